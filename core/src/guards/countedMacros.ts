/**
 * The macros of the program's headers as far as they count for one build.
 */
import type { Macro } from '../facts/fileFacts.js';
import type { IndexedMacro, ProgramIndex } from '../index/programIndex.js';
import type { BuildView } from './buildView.js';

/** What sources of knowledge ask of a program. */
export type MacroIndex = Pick<ProgramIndex, 'macrosNamed' | 'probes'>;

export class CountedMacros implements MacroIndex {
  private readonly counted = new Map<string, readonly IndexedMacro[]>();

  constructor(
    private readonly index: MacroIndex,
    private readonly build: BuildView | undefined,
  ) {}

  get probes(): MacroIndex['probes'] {
    return this.index.probes;
  }

  macrosNamed(name: string): readonly IndexedMacro[] {
    let counted = this.counted.get(name);
    if (!counted) {
      counted = this.index.macrosNamed(name).filter((one) => this.counts(one));
      this.counted.set(name, counted);
    }
    return counted;
  }

  private counts(one: IndexedMacro): boolean {
    const { build } = this;
    if (build && !build.counts(one)) return false;
    // Unless all headers are known, a body that nobody can read says too little of what is asked.
    return build?.isComplete || !isOpaque(one.macro);
  }
}

function isOpaque({ value, body, redefines, constants }: Macro): boolean {
  return value === undefined && body.length === 0 && !redefines && constants === undefined;
}
