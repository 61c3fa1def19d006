import assert from 'node:assert/strict';
import { readData } from '#tools/generate/readData.js';
import { checkSchema, readValidators, type Validators } from '#tools/lint/checkSchema.js';
import { sampleData, withCase, withFork } from './sampleData.js';

describe('data: schema', () => {
  let validators: Validators;
  before(async () => {
    validators = await readValidators();
  });

  it('holds for the data', async () => {
    assert.deepEqual(checkSchema(await readData(), validators), []);
  });

  it('holds for sound data', () => {
    assert.deepEqual(checkSchema(sampleData(), validators), []);
  });

  it('finds an unknown key', () => {
    const data = withCase({ behaviour: 'supported', sure: true } as never);
    assert.match(checkSchema(data, validators).join('\n'), /must NOT have additional properties/);
  });

  it('finds an unknown behaviour', () => {
    const data = withCase({ behaviour: 'flaky' } as never);
    assert.match(checkSchema(data, validators).join('\n'), /must be equal to one of the allowed values/);
  });

  it('finds a condition of no form', () => {
    const data = withCase({ when: { arg: 0, like: 'x' }, behaviour: 'supported' } as never);
    assert.match(checkSchema(data, validators).join('\n'), /must match a schema in anyOf/);
  });

  it('finds a statement without evidence', () => {
    const data = withFork({ cases: [{ behaviour: 'supported' }], evidence: [] });
    assert.match(checkSchema(data, validators).join('\n'), /must NOT have fewer than 1 items/);
  });

  it('finds a family without harm', () => {
    const data = sampleData();
    data.families.memory = { title: 'Memory', effort: 'moderate', summary: 'Memory.' } as never;
    assert.match(
      checkSchema(data, validators).join('\n'),
      /families.json\/memory: must have required property 'harm'/,
    );
  });

  it('finds a system call that is no name', () => {
    const data = sampleData();
    data.relations.functions.fork = ['clone(flags)'];
    assert.match(checkSchema(data, validators).join('\n'), /relations.json.*must match pattern/);
  });

  it('finds a program that lists more than its family', () => {
    const data = sampleData();
    data.commands.commands.strace = { family: 'processes', harm: 'none' } as never;
    assert.match(checkSchema(data, validators).join('\n'), /commands.json.*additional properties/);
  });

  it('finds a replacement of no form, and one without an example', () => {
    const data = sampleData();
    const [one] = data.replacements.replacements['function/fork'];
    one.edit = { text: 'toyrun()' } as never;
    delete (one as Partial<typeof one>).example;
    const problems = checkSchema(data, validators).join('\n');
    assert.match(problems, /replacements.json.*must match a schema in anyOf/);
    assert.match(problems, /replacements.json.*must have required property 'example'/);
  });

  it('finds a substitute of no level', () => {
    const data = sampleData();
    data.debugging.facilities['command/strace'].toy.level = 'nearby' as never;
    assert.match(checkSchema(data, validators).join('\n'), /debugging.json.*allowed values/);
  });
});
