/**
 * A small, sound set of data for the tests of the data checks: each test breaks one thing in it.
 */
import type { Case, Statement } from '#core/knowledge/schema.generated.js';
import type { Data } from '#tools/generate/readData.js';

export const NOTE = `# Processes

## Why it breaks
There is one address space.

## On each target
It fails.

## Recipe
Use threads.

## Effort
redesign

## Evidence
- main.c:1
`;

/** Sound data; every call makes a new one. */
export function sampleData(): Data {
  return {
    features: {
      $schema: 'schema/features.schema.json',
      features: {
        'command/strace': { family: 'processes' },
        'flag/mmap/MAP_FIXED': { family: 'memory' },
        'function/fork': {
          family: 'processes',
          header: 'unistd.h',
          standards: ['posix2017'],
          note: 'processes',
        },
        'function/setuid': { family: 'processes', standards: ['posix2017'] },
        'function/toyrun': { family: 'processes' },
        'syscall/clone': { family: 'processes', standards: ['linux'] },
      },
    },
    families: {
      memory: { title: 'Memory', harm: 'loses-function', effort: 'moderate', summary: 'Memory.' },
      processes: { title: 'Processes', harm: 'stops-program', effort: 'redesign', summary: 'Processes.' },
    },
    essay: {
      $schema: 'schema/essay.schema.json',
      title: 'Toys',
      published: '2016-01-22',
      claims: [{ id: 'E1', title: 'Play', claim: 'Toys are no tools.', measure: 'nothing' }],
    },
    servers: {
      $schema: 'schema/servers.schema.json',
      repositories: { ports: { name: 'toy/ports', commit: '0123456' } },
      servers: {
        toyd: {
          title: 'toyd',
          source: { name: 'toyd', version: '1' },
          programs: ['toyd'],
          note: 'processes',
          marks: ['toyd.c', 'main.c'],
          ported: { toy: { how: 'as it is', evidence: [{ repository: 'ports', read: 'toyd.conf:1' }] } },
          settings: [
            {
              name: 'daemon',
              does: 'goes into the background',
              needs: 'function/fork',
              default: 'on',
              off: ['off'],
              set: 'off',
              closes: [{ file: 'toyd.c', features: ['function/fork'] }],
              evidence: ['main.c:1'],
            },
          ],
        },
      },
    },
    relations: { $schema: 'schema/relations.schema.json', functions: { fork: ['clone()'] } },
    symbols: {
      $schema: 'schema/symbols.schema.json',
      systemLibraries: ['libc.so.6'],
      interfaces: { toyrun: ['fork'] },
    },
    commands: { $schema: 'schema/commands.schema.json', commands: { strace: { family: 'processes' } } },
    facilities: {
      $schema: 'schema/facilities.schema.json',
      facilities: { tracing: { title: 'Tracing', question: 'What?', features: ['command/strace'] } },
    },
    debugging: {
      $schema: 'schema/debugging.schema.json',
      repositories: { tools: { name: 'toys/tools', commit: '2345678' } },
      platforms: { other: 'Other' },
      facilities: {
        'command/strace': {
          other: {
            level: 'none',
            what: 'Nothing prints calls.',
            evidence: [{ absent: 'src/', repository: 'tools' }],
          },
          toy: {
            level: 'outside',
            what: 'The host prints calls.',
            command: 'toytrace guest',
            evidence: [{ read: 'toytrace.c:3', repository: 'tools' }, { read: 'sys/trace.c:7' }],
          },
        },
      },
    },
    replacements: {
      $schema: 'schema/replacements.schema.json',
      replacements: {
        'function/fork': [
          {
            targets: ['toy'],
            title: 'Call toyrun(), which Toy has',
            edit: { call: 'toyrun($1)', count: 1, where: [{ argument: 1, in: ['0'] }] },
            header: 'toy.h',
            guarded: true,
            example: { before: 'fork(0);', after: 'toyrun(0);' },
          },
        ],
      },
    },
    curated: new Map([
      [
        'toy',
        {
          $schema: '../schema/target.schema.json',
          id: 'toy',
          name: 'Toy',
          summary: 'A target for tests.',
          repositories: { toy: { name: 'toys/toy', commit: '0123456', date: '2020-01-01' } },
          versions: [
            { id: '1', commit: '0123456', date: '2020-01-01' },
            { id: '2', commit: '1234567', date: '2021-01-01' },
          ],
          options: { loader: { title: 'Loader', summary: 'Another loader.' } },
          predefines: { macros: { __toy__: '1' }, undefined: ['_WIN32'] },
          hostBuild: { holds: true, reason: 'Made for the host.', evidence: [{ read: 'README.md:1' }] },
          complete: ['function'],
          statements: { 'function/fork': [statement({ behaviour: 'fails', returns: -1, errno: 'ENOSYS' })] },
        },
      ],
    ]),
    extracted: new Map([
      [
        'toy',
        {
          $schema: '../schema/target.schema.json',
          id: 'toy',
          statements: {
            'flag/mmap/MAP_FIXED': [{ cases: [{ behaviour: 'supported' }], evidence: [{ read: 'mmap.c' }] }],
            'function/setuid': [
              { ...statement({ behaviour: 'missing', at: 'link' }), evidence: [{ absent: 'include/' }] },
            ],
            'function/toyrun': [{ cases: [{ behaviour: 'supported' }], evidence: [{ read: 'run.c:9' }] }],
          },
        },
      ],
    ]),
    notes: new Map([['processes', NOTE]]),
  };
}

/** A statement with one case. */
export function statement(one: Case): Statement {
  return { cases: [one], note: 'A note.', evidence: [{ read: 'sys/fork.c:12' }] };
}

/** Sound data with other statements for fork. */
export function withFork(...statements: Statement[]): Data {
  const data = sampleData();
  const file = data.curated.get('toy');
  assertDefined(file);
  file.statements['function/fork'] = statements;
  return data;
}

/** Sound data with one case for fork. */
export function withCase(one: Case): Data {
  return withFork(statement(one));
}

function assertDefined<T>(value: T | undefined): asserts value is T {
  if (value === undefined) throw new Error('the sample lacks its target');
}
