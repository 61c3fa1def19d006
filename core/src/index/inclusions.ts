/**
 * Under which conditions of a build headers are included, by the last part of their names: a header that files include
 * only under conditions is compiled only where one of them holds, and so is the source file that it speaks for.
 */
import type { GuardChain } from '../guards/guardChain.js';

/** What is known of a header: always compiled, never included, or under one of these conditions. */
export type Inclusion = 'always' | 'never' | readonly GuardChain[];

/** More alternatives than this say nothing to a reader. */
const MAX_ALTERNATIVES = 8;

interface Included {
  /** Whether some file includes it whatever the build is. */
  always: boolean;
  /** Where it is included under conditions; one condition of a file is enough. */
  readonly under: Map<string, GuardChain>;
}

export class Inclusions {
  private readonly byName = new Map<string, Included>();
  /** Whether some include is computed by a macro, so that any header may be meant. */
  private isOpen = false;
  private hasSources = false;

  /** Says that a file of the program itself, no test or example, includes headers. */
  addSource(): void {
    this.hasSources = true;
  }

  /** Says that an `#include` names a macro. */
  addComputed(): void {
    this.isOpen = true;
  }

  /** Says that a file includes a header, as written, under a condition or none. */
  add(path: string, header: string, guard: GuardChain | undefined): void {
    const name = baseName(header);
    let included = this.byName.get(name);
    if (included?.always) return;
    const isOwn = !isHeader(path) && stem(baseName(path)) === stem(name);
    if (!included) {
      included = { always: false, under: new Map() };
      this.byName.set(name, included);
    }
    // A source file includes the header that speaks for it whether it is built or not.
    if (isOwn) return;
    if (guard === undefined || included.under.size >= MAX_ALTERNATIVES) {
      included.always = true;
      included.under.clear();
    } else included.under.set(path, guard);
  }

  /** How a file comes to be compiled, as far as includes tell. */
  of(path: string): Inclusion {
    const name = baseName(path);
    if (!isHeader(path)) {
      const own = this.byName.get(`${stem(name)}.h`);
      return own && !own.always && own.under.size > 0 ? [...own.under.values()] : 'always';
    }
    const included = this.byName.get(name);
    if (!included) return this.hasSources && !this.isOpen ? 'never' : 'always';
    return included.always || included.under.size === 0 ? 'always' : [...included.under.values()];
  }
}

/** `config.h.in` becomes the `config.h` that is included. */
function baseName(path: string): string {
  const name = path.slice(path.lastIndexOf('/') + 1);
  return name.endsWith('.in') ? name.slice(0, -3) : name;
}

function isHeader(path: string): boolean {
  return /\.(?:h|hh|hpp|hxx)(?:\.in)?$/i.test(path);
}

function stem(name: string): string {
  const dot = name.indexOf('.');
  return dot < 0 ? name : name.slice(0, dot);
}
