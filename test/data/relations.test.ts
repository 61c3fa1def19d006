import assert from 'node:assert/strict';
import { loadKnowledge } from '#core/knowledge/loadKnowledge.js';
import { relatedStatement } from '#core/knowledge/relatedStatement.js';
import type { Case, Statement } from '#core/knowledge/schema.generated.js';
import { bundleText } from '#tools/generate/bundle.js';
import { sampleData, statement } from './sampleData.js';

describe('data: functions through system calls', () => {
  const calls: Record<string, Statement> = {
    read: statement({ behaviour: 'supported' }),
    sync: statement({ behaviour: 'no-op' }),
    link: statement({ behaviour: 'missing', at: 'call', returns: -1, errno: 'ENOSYS' }),
    socket: {
      ...statement({ behaviour: 'supported' }),
      cases: [
        {
          when: { arg: 0, is: 'AF_UNIX' },
          behaviour: 'fails',
          returns: -1,
          errno: 'EAFNOSUPPORT',
          note: 'No.',
        },
        { when: { state: 'memory runs out' }, behaviour: 'hangs', note: 'Waits.' },
        { behaviour: 'supported' },
      ],
    },
  };
  const casesOf = (name: string, ...made: string[]): Case[] | undefined =>
    relatedStatement(name, made, (call) => calls[call])?.cases;

  it('takes the worst call', () => {
    assert.equal(casesOf('copy', 'read', 'sync')?.[0].behaviour, 'no-op');
    assert.equal(casesOf('copy', 'sync', 'read')?.[0].behaviour, 'no-op');
  });

  it('fails where the call is missing', () => {
    assert.deepEqual(casesOf('link', 'link'), [{ behaviour: 'fails', returns: -1, errno: 'ENOSYS' }]);
  });

  it('keeps conditions on arguments for a function of the same name', () => {
    assert.equal(casesOf('socket', 'socket')?.length, 3);
  });

  it('knows nothing where such a condition may be met', () => {
    assert.equal(casesOf('syslog', 'socket'), undefined);
  });

  it('leaves conditions on arguments out for a call in its plain form', () => {
    assert.deepEqual(
      casesOf('syslog', 'socket()')?.map((one) => one.behaviour),
      ['hangs', 'supported'],
    );
  });

  it('knows nothing where a call is unknown', () => {
    assert.equal(casesOf('copy', 'read', 'mount'), undefined);
  });

  it('answers for an option of the target', () => {
    const data = sampleData();
    const file = data.curated.get('toy');
    assert.ok(file?.options);
    file.options.loader = {
      ...file.options.loader,
      throughSystemCalls: true,
      evidence: [{ read: 'loader.c:7' }],
    };
    Object.assign(file.statements, {
      'syscall/clone': [statement({ behaviour: 'aborts', effect: 'abort' })],
    });
    Object.assign(data.features.features, {
      'function/abs': { family: 'memory', standards: ['glibc'] },
      'function/clone': { family: 'memory', standards: ['glibc'] },
      'function/unknown': { family: 'memory', standards: ['glibc'] },
    });
    Object.assign(data.relations.functions, { abs: [], clone: ['clone'] });
    const knowledge = loadKnowledge(bundleText(data));
    const ask = (id: string) => knowledge.statement({ id: 'toy', version: '2', options: ['loader'] }, id);
    assert.equal(ask('function/clone')?.cases[0].behaviour, 'aborts');
    assert.equal(ask('function/clone')?.option, 'loader');
    assert.deepEqual(ask('function/abs')?.cases, [{ behaviour: 'supported' }]);
    assert.deepEqual(ask('function/abs')?.evidence, [{ read: 'loader.c:7' }]);
    assert.equal(ask('function/unknown'), undefined);
    assert.equal(ask('syscall/clone')?.cases[0].behaviour, 'aborts');
  });
});
