import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { appendFileSync, cpSync, existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { load } from 'js-yaml';
import { PROJECT_ROOT } from '#tools/generate/projectRoot.js';
import { type Outcome, PROGRAM } from '../support/runUnigap.js';
import { loadSarifSchema, type SarifResult, schemaErrors } from '../support/sarifLog.js';
import { inFolder } from '../support/temporaryFolder.js';

const PAGE = readFileSync(join(PROJECT_ROOT, 'docs', 'ci.md'), 'utf8');

/** The pieces of code of one language, in the order of the page. */
function pieces(language: string): string[] {
  return [...PAGE.matchAll(new RegExp(`^\`\`\`${language}\n(.*?)^\`\`\`$`, 'gms'))].map(([, code]) => code);
}

interface Step {
  readonly name?: string;
  readonly uses?: string;
  readonly run?: string;
}

interface Workflow {
  readonly jobs: { readonly unigap: { readonly steps: readonly Step[] } };
}

interface Pipeline {
  readonly unigap: {
    readonly script: readonly string[];
    readonly artifacts: { readonly paths: readonly string[] };
  };
}

const [workflow, commentSteps, pipeline] = pieces('yaml').map((text) => load(text)) as [
  Workflow,
  Step[],
  Pipeline,
];
const [update, scan, elsewhere] = pieces('sh');

function stepNamed(name: string): string {
  const step = workflow.jobs.unigap.steps.find((one) => one.name === name);
  assert.ok(step?.run, `a step "${name}" with a command`);
  return step.run;
}

/** Runs a command as GitHub runs it, in a folder. */
function shell(command: string, folder: string): Outcome {
  const run = spawnSync('bash', ['-e', '-o', 'pipefail', '-c', command], {
    cwd: folder,
    encoding: 'utf8',
    env: { ...process.env, UNIGAP: PROGRAM, GITHUB_STEP_SUMMARY: join(folder, 'summary.md') },
  });
  return { status: run.status, signal: run.signal, out: run.stdout, err: run.stderr };
}

/** A copy of the sample that has its baseline, and then a change of it that brings a gap. */
function inSample(test: (folder: string, change: () => void) => void): void {
  inFolder({}, (folder) => {
    cpSync(join(PROJECT_ROOT, 'sample', 'relayd'), folder, { recursive: true });
    const { status, err } = shell(update, folder);
    assert.equal(status, 0);
    assert.match(err, /^unigap: unigap-baseline\.json holds \d+ gaps now\.\n$/);
    const source = join(folder, 'src', 'stats.c');
    test(folder, () => appendFileSync(source, '\nint stats_fork(void)\n{\n\treturn fork();\n}\n'));
  });
}

describe('docs: continuous integration', () => {
  before(loadSarifSchema);

  it('has steps that use something or run something', () => {
    for (const { uses, run } of [...workflow.jobs.unigap.steps, ...commentSteps]) {
      assert.notEqual(uses === undefined, run === undefined);
    }
    const scripts = JSON.parse(readFileSync(join(PROJECT_ROOT, 'package.json'), 'utf8')).scripts;
    const named = [...stepNamed('Build unigap').matchAll(/npm run (\w+)/g)].map(([, name]) => name);
    assert.deepEqual(named, ['setup', 'build']);
    for (const name of named) assert.ok(name in scripts);
  });

  it('passes as long as nothing is new, and fails for a new gap', () => {
    inSample((folder, change) => {
      assert.equal(shell(scan, folder).status, 0);
      change();
      const { status, err } = shell(scan, folder);
      assert.equal(status, 1);
      assert.match(err, /^unigap: fails: 1 gap is new; Rumprun: the verdict is redesign; it was patch/);
      assert.equal(shell(update, folder).status, 0);
      assert.equal(shell(scan, folder).status, 0);
    });
  });

  it('annotates, sums up and writes SARIF on GitHub', () => {
    inSample((folder, change) => {
      change();
      const { status, out } = shell(stepNamed('Scan'), folder);
      assert.equal(status, 1);
      const annotations = out.split('\n').filter((line) => /^::(error|warning|notice) /.test(line));
      assert.equal(annotations.length, 1);
      assert.match(annotations[0], /^::error file=src\/stats\.c,line=\d+,.*title=unigap%3A function\/fork::/);
      assert.equal(shell(stepNamed('Put the report on the page of the run'), folder).status, 0);
      assert.match(readFileSync(join(folder, 'summary.md'), 'utf8'), /^# Port readiness of /);
      const log = JSON.parse(readFileSync(join(folder, 'unigap.sarif'), 'utf8'));
      assert.deepEqual(schemaErrors(log), []);
      const isNew = log.runs[0].results.filter((one: SarifResult) => one.baselineState === 'new');
      assert.deepEqual([isNew.length, log.runs[0].results.length > 50], [1, true]);
    });
  });

  it('leaves behind on GitLab what is kept', () => {
    inSample((folder, change) => {
      const [command] = pipeline.unigap.script;
      assert.equal(shell(command, folder).status, 0);
      for (const path of pipeline.unigap.artifacts.paths) assert.ok(existsSync(join(folder, path)), path);
      change();
      assert.equal(shell(command, folder).status, 1);
    });
  });

  it('tells a gap from a scan that failed elsewhere', () => {
    inSample((folder, change) => {
      const clean = shell(elsewhere, folder);
      assert.deepEqual([clean.status, clean.out], [0, 'no new gap\n']);
      change();
      const gap = shell(elsewhere, folder);
      assert.equal(gap.status, 1);
      assert.match(gap.out, /^src\/stats\.c:\d+:9: error: fork\(\)/m);
    });
    inFolder({ 'a.c': '' }, (folder) => {
      const failed = shell(elsewhere, folder);
      assert.deepEqual([failed.status, failed.out], [2, 'the scan failed\n']);
    });
  });
});
