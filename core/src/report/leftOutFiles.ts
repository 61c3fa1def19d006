/**
 * Files that a build for a target does not take, since their paths name other systems.
 */
import type { TargetJudgement } from '../gaps/targetGap.js';
import type { Use } from '../uses/use.js';

/** Gathers them from uses that are told file by file. */
export class LeftOutFiles {
  private readonly byTarget: string[][];

  constructor(private readonly judgements: readonly TargetJudgement[]) {
    this.byTarget = judgements.map(() => []);
  }

  /** @param uses those of a file, or of several files one after the other. */
  add(uses: readonly Use[]): void {
    let path: string | undefined;
    for (const use of uses) {
      if (use.systems.length === 0 || use.tags.length > 0 || use.path === path) continue;
      path = use.path;
      this.addFile(path, use.systems);
    }
  }

  /** Takes a file with uses that belong to the program. @param named systems that its path names. */
  addFile(path: string, named: readonly string[]): void {
    if (named.length === 0) return;
    this.judgements.forEach(({ systems, build }, i) => {
      // A build for the target says what it compiles, whatever the path names.
      if (!build?.isTruth && !named.some((system) => systems.has(system))) this.byTarget[i].push(path);
    });
  }

  /** Paths of the files with uses that are left out, in the order in which they were told. @param target its index. */
  of(target: number): readonly string[] {
    return this.byTarget[target];
  }
}
