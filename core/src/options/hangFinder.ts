/**
 * Finds on which options it hangs whether the place of a use is compiled, by judging it with the options set.
 */
import { standingAt } from '../gaps/standingAt.js';
import type { TargetJudgement } from '../gaps/targetGap.js';
import type { BuildMacros } from '../guards/sources/userDefines.js';
import type { TargetEnvironment } from '../guards/targetEnvironment.js';
import type { ProgramIndex } from '../index/programIndex.js';
import type { Use } from '../uses/use.js';
import { type Hang, MOST_OPTIONS, type Settings, settingsOfWay } from './hang.js';
import { OpenMacros } from './openMacros.js';

/** Judgements that are kept: places side by side hang on the same options. */
const KEPT_JUDGEMENTS = 32;

export class HangFinder {
  /** By what is known where a file is compiled. */
  private readonly open = new Map<TargetEnvironment, OpenMacros>();
  private readonly assumed = new Map<string, TargetJudgement>();
  /** Equal ones are one object. */
  private readonly hangs = new Map<string, Hang>();

  /**
   * @param judgement with nothing assumed.
   * @param judge the same with macros that the build is assumed to define, or not to.
   */
  constructor(
    private readonly judgement: TargetJudgement,
    private readonly judge: (assumed: BuildMacros) => TargetJudgement,
    private readonly index: ProgramIndex,
  ) {}

  /** @param use one whose conditions cannot be decided on the target. */
  of(use: Use): Hang {
    const names = new Set<string>();
    const { environment = this.judgement.environment, included } = standingAt(use, this.judgement);
    const open = this.openMacrosIn(environment);
    for (const chain of [use.guard, ...use.through, ...included]) {
      for (const name of open.of(chain)) names.add(name);
    }
    const options = [...names].sort();
    const truths = options.length > MOST_OPTIONS ? '' : this.truths(use, options);
    const key = `${options.join(' ')} ${truths}`;
    let hang = this.hangs.get(key);
    if (!hang) {
      hang = { options, truths };
      this.hangs.set(key, hang);
    }
    return hang;
  }

  private openMacrosIn(environment: TargetEnvironment): OpenMacros {
    let open = this.open.get(environment);
    if (!open) {
      open = new OpenMacros(environment, this.index);
      this.open.set(environment, open);
    }
    return open;
  }

  private truths(use: Use, options: readonly string[]): string {
    let truths = 'u';
    for (let way = 1; way < 3 ** options.length; way++) {
      truths += standingAt(use, this.judgementUnder(settingsOfWay(options, way))).truth[0];
    }
    return truths;
  }

  private judgementUnder(settings: Settings): TargetJudgement {
    const key = [...settings].join(' ');
    let judgement = this.assumed.get(key);
    if (!judgement) {
      if (this.assumed.size >= KEPT_JUDGEMENTS) this.assumed.clear();
      judgement = this.judge(macrosOf(settings));
      this.assumed.set(key, judgement);
    }
    return judgement;
  }
}

/** What a build defines where options are set so. */
export function macrosOf(settings: Settings): BuildMacros {
  const macros: Record<string, string | null> = {};
  for (const [name, setting] of settings) macros[name] = setting === 'on' ? '1' : null;
  return macros;
}
