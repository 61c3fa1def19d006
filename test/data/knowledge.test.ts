import assert from 'node:assert/strict';
import type { Knowledge } from '#core/knowledge/knowledge.js';
import { loadKnowledge } from '#core/knowledge/loadKnowledge.js';
import type { Statement } from '#core/knowledge/schema.generated.js';
import { bundleText } from '#tools/generate/bundle.js';
import { sampleData, statement, withFork } from './sampleData.js';

describe('data: knowledge', () => {
  const spec = (version: string, ...options: string[]) => ({ id: 'toy', version, options });

  function knowledgeWith(...statements: Statement[]): Knowledge {
    return loadKnowledge(bundleText(withFork(...statements)));
  }

  it('takes an id apart', () => {
    const { features } = loadKnowledge(bundleText(sampleData()));
    const flag = features.get('flag/mmap/MAP_FIXED');
    assert.deepEqual([flag?.kind, flag?.scope, flag?.name], ['flag', 'mmap', 'MAP_FIXED']);
    const fork = features.get('function/fork');
    assert.deepEqual([fork?.kind, fork?.scope, fork?.name], ['function', undefined, 'fork']);
    assert.deepEqual([fork?.header, fork?.standards, fork?.note], ['unistd.h', ['posix2017'], 'processes']);
  });

  it('picks by version', () => {
    const knowledge = knowledgeWith(
      { ...statement({ behaviour: 'supported' }), since: '2' },
      { ...statement({ behaviour: 'no-op' }), until: '2' },
    );
    assert.equal(knowledge.statement(spec('2'), 'function/fork')?.cases[0].behaviour, 'supported');
    assert.equal(knowledge.statement(spec('1'), 'function/fork')?.cases[0].behaviour, 'no-op');
  });

  it('picks by option, whatever the order', () => {
    const knowledge = knowledgeWith(statement({ behaviour: 'no-op' }), {
      ...statement({ behaviour: 'partial' }),
      option: 'loader',
    });
    assert.equal(knowledge.statement(spec('2', 'loader'), 'function/fork')?.cases[0].behaviour, 'partial');
    assert.equal(knowledge.statement(spec('2'), 'function/fork')?.cases[0].behaviour, 'no-op');
  });

  it('remembers its answers', () => {
    const knowledge = knowledgeWith(statement({ behaviour: 'no-op' }));
    const first = knowledge.statement(spec('2'), 'function/fork');
    assert.equal(knowledge.statement(spec('2'), 'function/fork'), first);
  });

  it('says that a feature is missing which a complete list leaves out', () => {
    const data = sampleData();
    data.features.features['function/vfork'] = { family: 'processes', standards: ['glibc'] };
    const knowledge = loadKnowledge(bundleText(data));
    const missing = knowledge.statement(spec('2'), 'function/vfork');
    assert.deepEqual(missing?.cases, [{ behaviour: 'missing', at: 'link' }]);
    assert.deepEqual(missing?.evidence, [{ absent: 'include/' }]);
  });

  it('knows nothing of names outside of standards, other kinds, and unlisted names', () => {
    const data = sampleData();
    data.features.features['function/kqueue'] = { family: 'processes' };
    const knowledge = loadKnowledge(bundleText(data));
    assert.equal(knowledge.statement(spec('2'), 'function/kqueue'), undefined);
    assert.equal(knowledge.statement(spec('2'), 'syscall/clone'), undefined);
    assert.equal(knowledge.statement(spec('2'), 'function/nothing'), undefined);
    assert.equal(knowledge.statement({ id: 'other', version: '1', options: [] }, 'function/fork'), undefined);
  });
});
