/**
 * What the macros of a name say of it. Most files that see macros of a name see the same ones: what those say is
 * worked out once for all of them.
 */
import type { Occurrence } from '../facts/fileFacts.js';
import type { GuardChain } from '../guards/guardChain.js';
import type { MacroView } from '../index/macroView.js';
import type { IndexedMacro } from '../index/programIndex.js';
import type { MacroStep } from './use.js';

/** What the macros of one name say of it. */
export interface Meaning {
  /** Whether a macro takes the name's place whatever the build is. */
  readonly isHidden: boolean;
  readonly bodies: readonly Body[];
}

/** A name in the bodies of macros. */
export interface Body {
  readonly inner: Occurrence;
  readonly through: readonly (GuardChain | undefined)[];
  readonly macro: MacroStep;
  readonly parameters: readonly string[];
  /** The macro's name and the name in it: equal for equal steps. */
  readonly step: string;
}

/** Macros of headers; good until the index changes. */
export class MacroMeanings {
  private readonly ofCalls = new Map<string, Map<number | string, Meaning>>();
  private readonly ofValues = new Map<string, Map<number | string, Meaning>>();

  /** What the macros that a file sees say of a name. */
  of(name: string, shape: Occurrence['shape'], view: MacroView): Meaning {
    const all = view.named(name);
    if (all.length === 0) return NO_MACRO;
    const key = keyOf(all, view);
    if (key === 0 || key === '') return NO_MACRO;
    const byName = shape === 'call' ? this.ofCalls : this.ofValues;
    let known = byName.get(name);
    if (!known) {
      known = new Map();
      byName.set(name, known);
    }
    let meaning = known.get(key);
    if (!meaning) {
      const seen = all.filter((entry) => view.sees(entry));
      meaning = { isHidden: false, bodies: bodiesOf(name, shape, seen) };
      known.set(key, meaning);
    }
    return isHidden(name, shape, all, view) ? { isHidden: true, bodies: meaning.bodies } : meaning;
  }
}

/** What some macros say of a name, all of which are seen. */
export function meaningOf(
  name: string,
  shape: Occurrence['shape'],
  macros: readonly IndexedMacro[],
  view: MacroView,
): Meaning {
  return { isHidden: isHidden(name, shape, macros, view), bodies: bodiesOf(name, shape, macros) };
}

const NONE: readonly never[] = [];
const NO_MACRO: Meaning = { isHidden: false, bodies: NONE };
const BITS_OF_A_NUMBER = 30;

/** Which of the macros are seen: a bit for each, or their indices where they are many. */
function keyOf(macros: readonly IndexedMacro[], view: MacroView): number | string {
  if (macros.length > BITS_OF_A_NUMBER) {
    return macros.map((entry, index) => (view.sees(entry) ? `${index} ` : '')).join('');
  }
  let bits = 0;
  for (let i = 0; i < macros.length; i++) if (view.sees(macros[i])) bits |= 1 << i;
  return bits;
}

/** A function-like macro is only expanded where it is called. */
function applies({ macro }: IndexedMacro, shape: Occurrence['shape']): boolean {
  return macro.parameters === undefined || shape === 'call';
}

function isHidden(
  name: string,
  shape: Occurrence['shape'],
  macros: readonly IndexedMacro[],
  view: MacroView,
): boolean {
  for (const entry of macros) {
    if (entry.guard !== undefined || entry.macro.value === name || !applies(entry, shape)) continue;
    if (view.sees(entry) && view.certainlySees(entry)) return true;
  }
  return false;
}

function bodiesOf(
  name: string,
  shape: Occurrence['shape'],
  macros: readonly IndexedMacro[],
): readonly Body[] {
  const bodies = new Map<string, Body & { inner: Occurrence; through: (GuardChain | undefined)[] }>();
  for (const entry of macros) {
    if (!applies(entry, shape)) continue;
    const { macro, path, guard } = entry;
    for (const inner of macro.body) {
      const known = bodies.get(inner.name);
      if (known) {
        known.through.push(guard);
        // Variants that hand over another number of arguments: which one is compiled is not known here.
        if (known.inner.arguments?.values.length !== inner.arguments?.values.length) {
          known.inner = { ...known.inner, arguments: undefined };
        }
      } else {
        const { line, column, parameters = NONE } = macro;
        bodies.set(inner.name, {
          inner,
          through: [guard],
          macro: { name: macro.name, path, line, column },
          parameters,
          step: `${name}>${inner.name}`,
        });
      }
    }
  }
  return bodies.size > 0 ? [...bodies.values()] : NONE;
}
