/**
 * Under which conditions of a build headers are included, by the last part of their names: a header that files include
 * only under conditions is compiled only where one of them holds, and so is the source file that it speaks for.
 */
import type { GuardChain } from '../guards/guardChain.js';
import { madeName } from '../source/baseName.js';
import { IncludeLists } from './includeLists.js';
import type { IncludeResolver } from './includeResolver.js';

/** What is known of a header: always compiled, never included, or under one of these conditions. */
export type Inclusion = 'always' | 'never' | readonly GuardChain[];

/** An `#include` as it is written. */
export interface WrittenInclude {
  readonly header: string;
  /** Whether it is written in angle brackets. */
  readonly angled: boolean;
  readonly guard: GuardChain | undefined;
}

/** More alternatives than this say nothing to a reader. */
const MAX_ALTERNATIVES = 8;

/** What all files together say of headers. */
interface Answers {
  /** By the names of headers that are included. */
  readonly byName: ReadonlyMap<string, Exclude<Inclusion, 'never'>>;
  /** Whether a file of the program itself, no test or example, includes headers. */
  readonly hasSources: boolean;
}

interface Included {
  readonly stem: string;
  /** Whether some file includes it whatever the build is. */
  always: boolean;
  /** Where it is included under conditions, by file; one condition of a file is enough. */
  readonly under: Map<number, GuardChain>;
}

export class Inclusions {
  /** What each file includes: twice the number of a text, and one where it is written in angle brackets. */
  private readonly written = new IncludeLists();
  /** Conditions of those includes, for files that have any. */
  private readonly guards = new Map<number, readonly (GuardChain | undefined)[]>();
  /** Files in which an `#include` names a macro, so that any header may be meant. */
  private readonly computing = new Set<number>();
  /** Worked out when it is asked for. */
  private answers: Answers | undefined;

  constructor(private readonly resolver: IncludeResolver) {}

  /**
   * Says what a file includes, in place of what it included before.
   * @param written twice the numbers that the resolver gave to what is written there, and one where it is in angle brackets.
   * @param guards their conditions.
   * @param computes whether an `#include` names a macro.
   */
  set(
    path: string,
    written: readonly number[],
    guards: readonly (GuardChain | undefined)[],
    computes: boolean,
  ): void {
    const file = this.resolver.add(path);
    if (computes) this.computing.add(file);
    else this.computing.delete(file);
    const isConditional = guards.some((guard) => guard !== undefined);
    if (!isConditional && !this.guards.has(file) && this.written.equals(file, written)) return;
    this.written.set(file, written);
    if (isConditional) this.guards.set(file, guards);
    else this.guards.delete(file);
    this.answers = undefined;
  }

  remove(path: string): void {
    const file = this.resolver.idOf(path);
    if (file === undefined) return;
    this.computing.delete(file);
    this.guards.delete(file);
    this.written.set(file, NONE);
    this.answers = undefined;
  }

  /** What a file includes, as written, with the conditions around it. */
  writtenIn(path: string): WrittenInclude[] {
    const file = this.resolver.idOf(path);
    if (file === undefined) return [];
    const guards = this.guards.get(file);
    return Array.from({ length: this.written.length(file) }, (_, i) => {
      const written = this.written.at(file, i);
      return { header: this.resolver.textOf(written >> 1), angled: (written & 1) === 1, guard: guards?.[i] };
    });
  }

  /** Lets go of what was worked out. */
  forget(): void {
    this.answers = undefined;
  }

  /** How a file comes to be compiled, as far as includes tell. */
  of(path: string): Inclusion {
    this.answers ??= this.workedOut();
    const { byName, hasSources } = this.answers;
    const name = madeName(path);
    if (!isHeader(path)) {
      const header = `${stem(name)}.h`;
      // A header of the platform that happens to be called like it says nothing of it.
      return (this.resolver.hasFileNamed(header) ? byName.get(header) : undefined) ?? 'always';
    }
    return byName.get(name) ?? (hasSources && this.computing.size === 0 ? 'never' : 'always');
  }

  private workedOut(): Answers {
    const { written, resolver } = this;
    const included = new Map<string, Included>();
    const byText: Included[] = [];
    let hasSources = false;
    for (let file = 0; file < written.files; file++) {
      const length = written.length(file);
      // Tests and examples are built besides the program.
      if (length === 0 || resolver.isAside(file)) continue;
      const path = resolver.pathOf(file);
      hasSources ||= !isHeader(path) && !isFragment(path);
      const guards = this.guards.get(file);
      const own = isHeader(path) ? undefined : stem(madeName(path));
      for (let i = 0; i < length; i++) {
        const text = written.at(file, i) >> 1;
        byText[text] ??= entryOf(madeName(resolver.textOf(text)), included);
        const one = byText[text];
        // A source file includes the header that speaks for it whether it is built or not.
        if (one.always || (own !== undefined && own === one.stem)) continue;
        const guard = guards?.[i];
        if (guard) one.under.set(file, guard);
        one.always = guard === undefined || one.under.size > MAX_ALTERNATIVES;
      }
    }
    const byName = new Map<string, Exclude<Inclusion, 'never'>>();
    for (const [name, one] of included) byName.set(name, this.alternatives(one));
    return { byName, hasSources };
  }

  /** In the order of the files' paths, however often one of them was put in. */
  private alternatives({ always, under }: Included): Exclude<Inclusion, 'never'> {
    if (always || under.size === 0) return 'always';
    const { resolver } = this;
    const files = [...under.keys()].sort((a, b) => (resolver.pathOf(a) < resolver.pathOf(b) ? -1 : 1));
    return files.map((file) => under.get(file) as GuardChain);
  }
}

const NONE: readonly never[] = [];

function entryOf(name: string, included: Map<string, Included>): Included {
  let entry = included.get(name);
  if (!entry) {
    entry = { stem: stem(name), always: false, under: new Map() };
    included.set(name, entry);
  }
  return entry;
}

function isHeader(path: string): boolean {
  return /\.(?:h|hh|hpp|hxx)(?:\.in)?$/i.test(path);
}

/** Whether a file is a piece of the one that includes it. */
function isFragment(path: string): boolean {
  return /\.(?:inc|def|ipp|tcc)$/i.test(path);
}

function stem(name: string): string {
  const dot = name.indexOf('.');
  return dot < 0 ? name : name.slice(0, dot);
}
