/**
 * The names of a target's headers and libraries as sets; taken apart when they are first asked for.
 */
import type { TargetInfo } from '../knowledge/knowledge.js';

export interface InterfaceNames {
  /** Undefined where nobody read them. */
  readonly headers: ReadonlySet<string> | undefined;
  readonly macros: ReadonlySet<string> | undefined;
  readonly declared: ReadonlySet<string> | undefined;
  /** All that a program can be linked with; undefined where statements are the only list. */
  readonly functions: ReadonlySet<string> | undefined;
}

const cache = new WeakMap<TargetInfo, InterfaceNames>();

export function interfaceNames(info: TargetInfo | undefined): InterfaceNames {
  const known = info && cache.get(info);
  if (known) return known;
  const names = new SplitNames(info?.interface);
  if (info) cache.set(info, names);
  return names;
}

class SplitNames implements InterfaceNames {
  private readonly sets = new Map<keyof InterfaceNames, ReadonlySet<string>>();

  constructor(private readonly texts: TargetInfo['interface']) {}

  get headers(): ReadonlySet<string> | undefined {
    return this.set('headers');
  }

  get macros(): ReadonlySet<string> | undefined {
    return this.set('macros');
  }

  get declared(): ReadonlySet<string> | undefined {
    return this.set('declared');
  }

  get functions(): ReadonlySet<string> | undefined {
    return this.set('functions');
  }

  private set(list: keyof InterfaceNames): ReadonlySet<string> | undefined {
    const text = this.texts?.[list];
    if (text === undefined) return undefined;
    let names = this.sets.get(list);
    if (!names) {
      names = new Set(text.split(' '));
      this.sets.set(list, names);
    }
    return names;
  }
}
