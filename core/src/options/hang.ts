/**
 * On which options of the build it hangs whether a place is compiled. An option is a macro that neither the program nor
 * what is known of its build decides.
 */
import type { Truth } from '../guards/decision.js';

export interface Hang {
  /** Names of macros. */
  readonly options: readonly string[];
  /**
   * A letter for each way to set the options: `t` the place is compiled, `f` it is not, `u` nobody knows. The number of
   * a way has a digit of base three for each option, the first one's counting least: 0 nothing is said of it, 1 it is
   * on, 2 it is off. Empty where there are too many options to tell.
   */
  readonly truths: string;
}

export type Setting = 'on' | 'off';

/** Options and how they are set; nothing is said of any other one. */
export type Settings = ReadonlyMap<string, Setting>;

/** Beyond so many options nothing is told of them: 3 to the power of their number ways have to be tried. */
export const MOST_OPTIONS = 3;

/** Whether the place is compiled if options are set so. */
export function truthUnder({ options, truths }: Hang, settings: Settings): Truth {
  let way = 0;
  options.forEach((option, i) => {
    const setting = settings.get(option);
    if (setting !== undefined) way += (setting === 'on' ? 1 : 2) * 3 ** i;
  });
  const letter = truths[way];
  return letter === 't' ? 'true' : letter === 'f' ? 'false' : 'undecided';
}

/** How the options are set in a way, by its number. */
export function settingsOfWay(options: readonly string[], way: number): Settings {
  const settings = new Map<string, Setting>();
  options.forEach((option, i) => {
    const digit = Math.floor(way / 3 ** i) % 3;
    if (digit > 0) settings.set(option, digit === 1 ? 'on' : 'off');
  });
  return settings;
}

/** The fewest settings by which the place is certainly compiled; several where there are alternatives of equal size. */
export function leastSettings({ options, truths }: Hang): Settings[] {
  let least: Settings[] = [];
  for (let way = 0; way < truths.length; way++) {
    if (truths[way] !== 't') continue;
    const settings = settingsOfWay(options, way);
    const best = least[0]?.size ?? Number.POSITIVE_INFINITY;
    if (settings.size < best) least = [settings];
    else if (settings.size === best) least.push(settings);
  }
  return least;
}
