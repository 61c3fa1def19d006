import assert from 'node:assert/strict';
import type { Replacement } from '#core/knowledge/schema.generated.js';
import { type Data, readData } from '#tools/generate/readData.js';
import { checkReplacements } from '#tools/lint/checkReplacements.js';
import { sampleData, statement } from './sampleData.js';

describe('data: replacements', () => {
  it('hold for the data', async () => {
    assert.deepEqual(checkReplacements(await readData()), []);
  });

  it('hold for sound data', () => {
    assert.deepEqual(checkReplacements(sampleData()), []);
  });

  it('are for features that are listed', () => {
    const data = sampleData();
    data.replacements.replacements['function/vfork'] = data.replacements.replacements['function/fork'];
    assert.match(problems(data), /function\/vfork .*: features.json does not list function\/vfork/);
  });

  it('write what is listed', () => {
    assert.match(problemsWith({ edit: { call: 'spawn($1)', count: 1 } }), /does not list function\/spawn/);
    assert.match(problemsWith({ edit: { name: 'spawn' } }), /does not list function\/spawn/);
  });

  it('are for targets that exist, in order', () => {
    assert.match(problemsWith({ targets: ['toad', 'toy'] }), /there is no target toad/);
    assert.match(problemsWith({ targets: ['toy', 'toad'] }), /targets are not sorted/);
  });

  it('replace what does not work there', () => {
    const data = sampleData();
    const file = data.curated.get('toy');
    if (file) file.statements['function/fork'] = [statement({ behaviour: 'supported' })];
    assert.match(problems(data), /function\/fork works on toy/);
  });

  it('write what works there', () => {
    assert.match(problemsWith({ edit: { name: 'setuid' } }), /what is written does not work on toy/);
  });

  it('say why it will do where it works with limits, and only there', () => {
    const data = sampleData();
    const file = data.extracted.get('toy');
    if (file) file.statements['function/toyrun'] = [statement({ behaviour: 'partial' })];
    assert.match(problems(data), /has limits on toy, and nothing says why/);
    data.replacements.replacements['function/fork'][0].limits = 'One at a time is enough.';
    assert.equal(problems(data), '');
    assert.match(problemsWith({ limits: 'One at a time is enough.' }), /has no limits on toy/);
  });

  it('make nothing worse on other targets', () => {
    const data = sampleData();
    const toy = data.curated.get('toy');
    const statements = { 'function/fork': [statement({ behaviour: 'supported' })] };
    if (toy) (data.curated as Map<string, typeof toy>).set('other', { ...toy, id: 'other', statements });
    assert.equal(problems(data), '');
    delete data.replacements.replacements['function/fork'][0].guarded;
    assert.match(problems(data), /function\/toyrun is worse than function\/fork on other/);
  });

  it('have titles that differ', () => {
    const data = sampleData();
    const list = data.replacements.replacements['function/fork'];
    list.push(list[0]);
    assert.match(problems(data), /another one of this title/);
  });

  it('have the form that fits the feature', () => {
    assert.match(problemsWith({ edit: { flag: '' } }), /form does not fit/);
  });

  it('are not safe where Linux lacks what is written', () => {
    assert.match(problemsWith({ safe: true }), /cannot be safe/);
  });

  it('write an expression that can stand anywhere', () => {
    for (const call of ['toyrun($1) + 1', '-toyrun($1)', '(toyrun($1)', '(1) + toyrun($1)'])
      assert.match(problemsWith({ edit: { call, count: 1 } }), /neither a call nor in parentheses/, call);
    for (const call of ['(toyrun($1) + 1)', '0', '0 /* was fork() */'])
      assert.equal(problemsWith({ edit: { call, count: 1 } }), '', call);
  });

  it('name arguments that the call has', () => {
    assert.match(problemsWith({ edit: { call: 'toyrun($2)', count: 1 } }), /no argument 2/);
    const where = [{ argument: 3, in: ['0'] }];
    assert.match(problemsWith({ edit: { call: 'toyrun($1)', count: 1, where } }), /no argument 3/);
  });

  it('show a recipe that has code', () => {
    assert.match(problemsWith({ edit: { skeleton: 'nothing' } }), /no note "nothing" with C/);
    assert.match(problemsWith({ edit: { skeleton: 'processes' } }), /no note "processes" with C/);
  });

  it('show a recipe whose comments end their lines', () => {
    const data = sampleData();
    const code = '```c\nrun(/* at once */ job);\n```';
    const note = data.notes.get('processes')?.replace('Use threads.', code) ?? '';
    (data.notes as Map<string, string>).set('processes', note);
    data.replacements.replacements['function/fork'][0].edit = { skeleton: 'processes' };
    assert.match(problems(data), /comments within lines/);
  });

  it('have an example of what is written', () => {
    assert.match(problemsWith({ example: { before: 'fork(0);' } }), /example does not show/);
  });
});

function problems(data: Data): string {
  return checkReplacements(data).join('\n');
}

/** Problems of sound data whose replacement has something else. */
function problemsWith(change: Partial<Replacement>): string {
  const data = sampleData();
  Object.assign(data.replacements.replacements['function/fork'][0], change);
  return problems(data);
}
