import assert from 'node:assert/strict';
import { DEFAULT_TARGETS, folderSettings } from '#core/project/folderSettings.js';
import { readProjectFile } from '#core/project/readProjectFile.js';
import { shippedKnowledge, targetOf } from '../support/knowledge.js';

const read = (text: string) => readProjectFile(text, shippedKnowledge());

describe('core: unigap.json', () => {
  it('may have comments and trailing commas, and may be empty', () => {
    const { settings, problems } = read('{\n  // ours\n  "targets": ["osv", "rumprun",], /* all */\n}\n');
    assert.deepEqual(problems, []);
    assert.deepEqual(settings.targets, ['osv', 'rumprun']);
    for (const text of ['', ' \n', '{}'])
      assert.deepEqual([read(text).problems, read(text).isObject], [[], true]);
  });

  // The place of each problem is marked by angle brackets.
  const wrong: readonly (readonly [text: string, message: RegExp])[] = [
    ['{ "targets": ["osv"] «"exclude"»: [] }', /^Not valid JSON: CommaExpected/],
    ['{ «"target"»: ["osv"] }', /^"target" is not known here\. Did you mean "targets"\?/],
    ['{ "targets": «"osv"» }', /^"targets" has to be a list/],
    ['{ "targets": [«1»] }', /^A target has to be a text/],
    ['{ "targets": [«"osx"»] }', /^There is no target "osx"\. Did you mean "osv"\?/],
    ['{ "targets": [«"osv@0.1"»] }', /^There is no version of OSv "0\.1"/],
    ['{ "severities": [«"off"»] }', /^A rule has to be an object/],
    ['{ "severities": [«{ "family": "files" }»] }', /^A rule needs "severity"/],
    ['{ "severities": [{ "severity": «"hint"» }] }', /^A severity "hint" does not exist/],
    ['{ "severities": [{ "target": «"mirage"», "severity": "off" }] }', /^There is no target "mirage"/],
    [
      '{ "severities": [{ "behaviour": «"failz"», "severity": "off" }] }',
      /^A behaviour "failz" does not exist.* Did you mean "fails"\?/,
    ],
    ['{ "severities": [{ "family": «"file"», "severity": "off" }] }', /^A family "file" does not exist/],
    [
      '{ "severities": [{ "feature": «"function/forc"», "severity": "off" }] }',
      /^There is no feature "function\/forc"\. Did you mean "function\/fork"\?/,
    ],
    ['{ "exclude": «"tests"» }', /^"exclude" has to be a list/],
    ['{ "exclude": [«{}»] }', /^A glob has to be a text/],
    ['{ "defines": «[]» }', /^"defines" has to be an object/],
    ['{ "defines": { "osx": «{}» } }', /^There is no target "osx".* Write "\*" for all targets/],
    ['{ "defines": { "*": { "A-B": «1» } } }', /^"A-B" is no name of a macro/],
    ['{ "defines": { "*": { "A": «[1]» } } }', /^The value of a macro is a text, a number or true/],
    ['{ "guards": { «"osx"»: "A" } }', /^"osx" is not known here/],
    ['{ "guards": { "osv": «"A-B"» } }', /^"A-B" is no name of a macro/],
    ['{ "build": «true» }', /^"build" is the path of a build, an object with "path" and "targets", or false/],
    ['{ "build": { «"folder"»: "out" } }', /^"folder" is not known here/],
    ['{ "build": { "path": «1» } }', /^The path of a build has to be a text/],
    ['{ "build": { "targets": [«"osx"»] } }', /^A target "osx" does not exist.* Did you mean "osv"\?/],
    ['{ "suppressions": [«{ "reason": "host" }»] }', /^A suppression needs "feature"/],
    ['{ "suppressions": [«{ "feature": "function/fork" }»] }', /^A suppression needs a "reason"/],
    [
      '{ "suppressions": [{ "feature": "function/fork", "reason": «" "» }] }',
      /^A suppression needs a "reason"/,
    ],
    ['{ "suppressions": [{ "feature": «"fork"», "reason": "host" }] }', /^There is no feature "fork"/],
    ['«[]»', /^The file has to be an object/],
  ];
  for (const [marked, message] of wrong) {
    it(`tells what is wrong and where: ${marked}`, () => {
      const text = marked.replace(/[«»]/g, '');
      const { problems } = read(text);
      assert.equal(problems.length, 1, JSON.stringify(problems));
      const [{ start, end }] = problems;
      assert.match(problems[0].message, message);
      assert.equal(`${text.slice(0, start)}«${text.slice(start, end)}»${text.slice(end)}`, marked);
    });
  }

  it('takes what is right beside what is wrong', () => {
    const { settings, problems } = read(`{
      "targets": ["osx", "rumprun"],
      "exclude": [1, "gen/"],
      "severities": [{ "severity": "hint" }, { "family": "files", "severity": "off" }],
      "suppressions": [{ "feature": "function/fork" }, { "feature": "function/vfork", "reason": "host" }]
    }`);
    assert.equal(problems.length, 4);
    assert.deepEqual(settings.targets, ['rumprun']);
    assert.deepEqual(settings.exclude, ['gen/']);
    assert.deepEqual(
      settings.severities.map(({ family }) => family),
      ['files'],
    );
    assert.deepEqual(
      settings.suppressions.map(({ feature }) => feature),
      ['function/vfork'],
    );
  });

  it('is refused as a whole where it is no object', () => {
    for (const text of ['[]', '"osv"', 'targets: osv', '\0\x01', '['.repeat(200_000), '{"a":'.repeat(99)]) {
      const { isObject, problems } = read(text);
      assert.equal(isObject, false, text.slice(0, 20));
      assert.ok(problems.length > 0);
    }
  });
});

describe('core: settings of a folder', () => {
  const given = { targets: ['osv@0.57'], severities: [], exclude: ['out/'] };
  const settingsOf = (text: string) => folderSettings(given, read(text).settings, shippedKnowledge());
  const names = (text: string) => settingsOf(text).targets.map(({ id, version }) => `${id}@${version}`);

  it('are those of the project, then those that are given, then the default ones', () => {
    assert.deepEqual(names('{ "targets": ["rumprun"] }'), names('{ "targets": ["rumprun", "rumprun"] }'));
    assert.deepEqual(names('{ "targets": [] }'), ['osv@0.57']);
    const none = folderSettings({ ...given, targets: ['osx'] }, read('{}').settings, shippedKnowledge());
    assert.equal(none.targets.length, DEFAULT_TARGETS.length);
    assert.equal(none.problems.length, 1);
    assert.deepEqual(settingsOf('{ "exclude": ["gen/"] }').exclude, ['out/', 'gen/']);
  });

  it('know macros by target: all, its id, its version', () => {
    const { definesFor } = settingsOf(`{ "defines": {
      "*": { "A": 1, "B": "x", "C": true, "D": null, "E": false },
      "osv": { "A": 2 }, "osv@0.57": { "B": "old" }, "rumprun": { "A": 3 } } }`);
    assert.deepEqual(definesFor(targetOf('osv')), { A: '2', B: 'x', C: '1', D: null, E: null });
    assert.deepEqual(definesFor(targetOf('osv@0.57')), { A: '2', B: 'old', C: '1', D: null, E: null });
  });

  it('know that a guard is defined on its target alone', () => {
    const { definesFor } = settingsOf('{ "guards": { "osv": "MY_OSV", "rumprun": "MY_RUMP" } }');
    assert.deepEqual(definesFor(targetOf('osv')), { MY_OSV: '1', MY_RUMP: null });
    assert.deepEqual(definesFor(targetOf('rumprun')), { MY_OSV: null, MY_RUMP: '1' });
    const shared = settingsOf('{ "guards": { "osv": "UNI", "rumprun": "UNI" } }').definesFor;
    assert.deepEqual([shared(targetOf('osv')), shared(targetOf('rumprun'))], [{ UNI: '1' }, { UNI: '1' }]);
  });
});
