/**
 * The macros on which a condition hangs that nobody can decide, followed through the program's headers to those that
 * somebody has to set from outside.
 */
import type { GuardChain } from '../guards/guardChain.js';
import { namesIn } from '../guards/namesIn.js';
import type { TargetEnvironment } from '../guards/targetEnvironment.js';
import type { ProgramIndex } from '../index/programIndex.js';

/** Macros that hang on each other through more steps than this are not followed further. */
const DEEPEST = 100;

export class OpenMacros {
  private depth = 0;
  private readonly known = new Map<string, ReadonlySet<string>>();

  constructor(
    private readonly environment: TargetEnvironment,
    private readonly index: Pick<ProgramIndex, 'macrosNamed'>,
  ) {}

  /** Names on which a chain hangs; none where it is decided. */
  of(chain: GuardChain | undefined): ReadonlySet<string> {
    if (this.depth >= DEEPEST) return NONE;
    const names = new Set<string>();
    this.depth++;
    for (let at = chain; at; at = at.outer) {
      for (const term of at.terms) {
        if (this.environment.truthOfTerm(term, at) !== 'undecided') continue;
        for (const name of namesIn(term.expression))
          for (const one of this.behindAt(name, at)) names.add(one);
      }
    }
    this.depth--;
    return names;
  }

  /** The same where a link asks for it: what its file defines itself comes first. */
  private behindAt(name: string, { own, asks }: GuardChain): ReadonlySet<string> {
    const names = new Set<string>();
    for (const { macro, guard } of own?.get(name) ?? []) {
      if (macro.line < asks) for (const one of this.of(guard)) names.add(one);
    }
    return names.size > 0 ? names : this.behind(name);
  }

  /** What a macro hangs on: itself, or the options of the conditions under which the program defines it. */
  private behind(name: string): ReadonlySet<string> {
    const known = this.known.get(name);
    if (known) return known;
    // Met again while it is followed, it leads nowhere new.
    this.known.set(name, NONE);
    const found = this.found(name);
    this.known.set(name, found);
    return found;
  }

  private found(name: string): ReadonlySet<string> {
    const value = this.environment.macro(name);
    if (value.state === 'undefined' || (value.state === 'defined' && value.value !== undefined)) return NONE;
    const names = new Set<string>();
    for (const { guard } of this.index.macrosNamed(name)) for (const one of this.of(guard)) names.add(one);
    if (names.size === 0) names.add(name);
    return names;
  }
}

const NONE: ReadonlySet<string> = new Set();
