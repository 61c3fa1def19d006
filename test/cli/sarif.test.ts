import assert from 'node:assert/strict';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { PROJECT_ROOT } from '#tools/generate/projectRoot.js';
import { type Outcome, runUnigap } from '../support/runUnigap.js';
import { loadSarifSchema, type SarifLog, type SarifRun, schemaErrors } from '../support/sarifLog.js';
import { inFolder } from '../support/temporaryFolder.js';

/** The run of a log that fits the schema. */
function runOf({ out }: Outcome): SarifRun {
  const log: SarifLog = JSON.parse(out);
  assert.deepEqual(schemaErrors(log), []);
  return log.runs[0];
}

function scanIn(folder: string, ...args: readonly string[]): SarifRun {
  return runOf(runUnigap(['scan', '--format', 'sarif', ...args], { cwd: folder }));
}

describe('cli: sarif', () => {
  before(loadSarifSchema);

  it('of the sample has its gaps with rule, place and fingerprint', () => {
    const { tool, results } = scanIn(PROJECT_ROOT, 'sample/relayd');
    const { rules } = tool.driver;
    assert.ok(results.length > 40);
    for (const { ruleId, ruleIndex } of results) assert.equal(rules[ruleIndex].id, ruleId);
    assert.deepEqual(
      [...new Set(results.map(({ ruleId }) => ruleId))].sort(),
      rules.map(({ id }) => id),
    );
    assert.equal(new Set(rules.map(({ name }) => name)).size, rules.length);
    const prints = results.map(({ partialFingerprints }) => partialFingerprints['unigapGap/v1']);
    assert.equal(new Set(prints).size, results.length);
    const places = results.map(({ locations: [one] }) => one.physicalLocation.artifactLocation);
    assert.ok(places.every(({ uri, uriBaseId }) => uri.startsWith('sample/relayd/src/') && uriBaseId));
  });

  it('tells in a rule what is known of the feature, with the recipe', () => {
    inFolder({ 'a.c': 'int f(void) { return fork(); }\n' }, (folder) => {
      const [rule] = scanIn(folder).tool.driver.rules;
      assert.deepEqual(
        [rule.id, rule.name, rule.defaultConfiguration.level],
        ['function/fork', 'FunctionFork', 'error'],
      );
      assert.match(rule.help.markdown, /^# fork\\\(\\\)\n.*\n## OSv\n.*\n### Recipe\n/s);
      assert.match(rule.help.text, /\n\nMore: unigap explain function\/fork$/);
    });
  });

  it('counts lines and columns from one, in UTF-16 code units', () => {
    inFolder({ 'a.c': 'int f(void)\n{\n\t/* 😀 */ return fork();\n}\n' }, (folder) => {
      const [{ locations, level, message }] = scanIn(folder).results;
      const { region } = locations[0].physicalLocation;
      assert.deepEqual(region, { startLine: 3, startColumn: 18, endColumn: 22 });
      assert.equal(level, 'error');
      assert.match(message.text, /^fork\(\) — OSv: fails/);
    });
  });

  it('names the macro that leads to the feature and the conditions around it', () => {
    const files = {
      'run.h': '#define run(x) system(x)\n',
      'a.c': '#include "run.h"\nvoid f(void) {\n#ifdef USE_X\n\trun("ls");\n#endif\n}\n',
    };
    inFolder(files, (folder) => {
      const { results } = scanIn(folder);
      const related = results.find(({ ruleId }) => ruleId === 'function/system')?.relatedLocations ?? [];
      assert.deepEqual(
        related.map(({ physicalLocation: { artifactLocation, region }, message }) => [
          `${artifactLocation.uri}:${region.startLine}:${region.startColumn}`,
          message?.text,
        ]),
        [
          ['run.h:1:9', 'the macro run leads to system'],
          ['a.c:3:1', 'compiled where defined(USE_X) holds'],
        ],
      );
    });
  });

  it('has what is suppressed, by what and why; --no-suppressed leaves it out', () => {
    const files = {
      'a.c': 'int f(void) { return fork(); } // unigap-ignore-line function/fork -- only a test\n',
      'b.c': 'int g(void) { return setsid(); }\nint h(void) { return vfork(); }\n',
      'unigap.json': '{"suppressions": [{"feature": "function/setsid", "reason": ""}]}',
    };
    inFolder(files, (folder) => {
      const told = scanIn(folder).results.map(({ ruleId, suppressions }) => [ruleId, suppressions]);
      assert.deepEqual(told, [
        ['function/vfork', undefined],
        ['function/fork', [{ kind: 'inSource', justification: 'only a test' }]],
        ['function/setsid', [{ kind: 'external' }]],
      ]);
      assert.deepEqual(
        scanIn(folder, '--no-suppressed').results.map(({ ruleId }) => ruleId),
        ['function/vfork'],
      );
    });
  });

  it('says what was not read, what was read in part, what is not listed and what need not be suppressed', () => {
    const files = {
      'a.c': 'int f(void) { return fork(); }\n/* open',
      'b.c': new Uint8Array([0, 1, 2, 0]),
      'c.c': '// unigap-ignore-file function/setsid\n',
      'tests/t.c': 'int f(void) { return fork(); }\n',
    };
    inFolder(files, (folder) => {
      const { results, invocations } = scanIn(folder);
      assert.equal(results.length, 1);
      const [{ toolExecutionNotifications: execution, toolConfigurationNotifications: configuration }] =
        invocations;
      assert.deepEqual(
        execution.map(({ level, message: { text }, locations }) => [
          level,
          text.split(':', 1)[0],
          locations?.[0].physicalLocation.artifactLocation.uri,
        ]),
        [
          ['warning', 'not scanned', 'b.c'],
          ['warning', 'read in part', 'a.c'],
          ['note', 'gaps that are not listed', undefined],
        ],
      );
      assert.equal(configuration[0].locations?.[0].physicalLocation.artifactLocation.uri, 'c.c');
    });
  });

  it('of a program without gaps has no result and no rule', () => {
    inFolder({ 'a.c': 'int x;\n' }, (folder) => {
      const { tool, results } = scanIn(folder);
      assert.deepEqual([tool.driver.rules, results], [[], []]);
    });
  });

  it('has addresses of files with any name, inside of the working folder and outside', () => {
    const name = 'a b#c%é:{0}.c';
    inFolder({ [`in/${name}`]: 'int f(void) { return fork(); }\n', 'out/x': '' }, (folder) => {
      const addressFrom = (from: string, path: string): object =>
        scanIn(join(folder, from), path).results[0].locations[0].physicalLocation.artifactLocation;
      assert.deepEqual(addressFrom('.', 'in'), {
        uri: `in/${encodeURIComponent(name)}`,
        uriBaseId: '%SRCROOT%',
      });
      const { uri } = addressFrom('out', '../in') as { uri: string };
      assert.equal(uri, pathToFileURL(join(folder, 'in', name)).href);
    });
  });

  it('doubles braces in messages, where they would stand for arguments', () => {
    inFolder({ 'a.c': 'int f(void) { return open("/proc/{0}", 0); }\n' }, (folder) => {
      const [{ message }] = scanIn(folder).results;
      assert.match(message.text, /^\/proc\/\{\{0\}\} below \/proc/);
    });
  });

  it('says what is new since a baseline, and how many gaps are gone', () => {
    const fork = 'int f(void) { return fork(); }\n';
    inFolder({ 'a.c': `${fork}int g(void) { return setsid(); }\n` }, (folder) => {
      runUnigap(['scan', '--baseline', 'b.json', '--update-baseline'], { cwd: folder });
      inFolder(
        {
          'a.c': `${fork}int g(void) { return vfork(); } // unigap-ignore-line\nint h(void) { return fork(); }\n`,
        },
        (after) => {
          const { results, properties } = scanIn(after, '--baseline', join(folder, 'b.json'));
          assert.deepEqual(
            results.map(({ locations: [one], baselineState }) => [
              one.physicalLocation.region.startLine,
              baselineState,
            ]),
            [
              [1, 'unchanged'],
              [3, 'new'],
              [2, 'unchanged'],
            ],
          );
          assert.equal(properties.goneSinceBaseline, 1);
        },
      );
    });
  });

  it('is refused by the schema with a field that it does not know', () => {
    assert.notDeepEqual(schemaErrors({ version: '2.1.0', runs: [], extra: 1 }), []);
  });
});
