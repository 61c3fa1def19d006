/**
 * Turns one argument case of the facts into a case of the data.
 */
import type { Behaviour, Case, Effect } from '#core/knowledge/schema.generated.js';
import { caseNote } from './caseNotes.js';
import { conditionOf } from './condition.js';
import type { FactCase } from './factRow.js';
import { failureValue, normal } from './failureValue.js';
import { sentence } from './sentence.js';

/** Calls that are meant to end the program: that they do so is no gap. */
const ENDING = new Set(['exit', '_exit', '_Exit', 'exit_group', 'quick_exit', 'abort', 'reboot']);

const EFFECTS: Readonly<Record<string, Effect>> = {
  abort: 'abort',
  'abort on first call': 'abort',
  poweroff: 'power-off',
  halt: 'halt',
  hang: 'hang',
  'blocks forever': 'hang',
  'ends the calling thread': 'ends-thread',
  'ends the calling thread (guest halts if it is the main thread)': 'ends-thread',
};

/** Effect by the facts' name for it. */
export function effectOf(text: string | undefined): Effect | undefined {
  if (text === undefined) return undefined;
  const effect = EFFECTS[text];
  if (!effect) throw new Error(`unknown effect ${text}`);
  return effect;
}

/** The case of the data that says the same. */
export function caseOf(id: string, fact: FactCase): Case {
  const name = id.slice(id.indexOf('/') + 1);
  const when = conditionOf(fact.when);
  const effect = effectOf(fact.effect);
  const behaviour = behaviourOf(fact, name, effect);
  const value = answerOf(id, fact, behaviour);
  const note = sentence(caseNote(name, fact.note ?? '', String(value.errno ?? effect ?? behaviour)));
  return {
    ...(when ? { when } : {}),
    behaviour,
    ...value,
    ...(effect ? { effect } : {}),
    ...(behaviour === 'hangs' && !effect ? { effect: 'hang' as const } : {}),
    ...(note ? { note } : {}),
  };
}

function behaviourOf(fact: FactCase, name: string, effect: Effect | undefined): Behaviour {
  switch (fact.behaviour) {
    case 'wrong-answer':
      return 'wrong';
    case 'poweroff':
      return ENDING.has(name) ? 'supported' : 'aborts';
    case 'fails':
      return effect === 'hang' ? 'hangs' : 'fails';
  }
  return fact.behaviour as Behaviour;
}

function answerOf(id: string, fact: FactCase, behaviour: Behaviour): Pick<Case, 'at' | 'returns' | 'errno'> {
  if (behaviour === 'missing') {
    return fact.errno ? { at: 'open', returns: -1, errno: fact.errno } : { at: 'compile' };
  }
  if (behaviour === 'aborts' || behaviour === 'hangs') return {};
  if (behaviour !== 'fails') {
    return fact.returns === undefined ? {} : { returns: normal(fact.returns) };
  }
  return failureValue({
    id,
    ...(fact.returns === undefined ? {} : { returns: fact.returns }),
    ...(fact.errno === undefined ? {} : { errno: fact.errno }),
    ...(fact.note ? { note: fact.note } : {}),
  });
}
