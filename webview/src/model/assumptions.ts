/**
 * What the reader assumes of options of the build.
 */
import type { Setting, Settings } from '#core/options/hang.js';
import type { OptionEffect, OptionSetting } from '#core/options/optionEffects.js';

/** As far as the effects name the options: of another one nothing on the page says that it is assumed. */
export function knownSettings(settings: Settings, effects: readonly OptionEffect[]): Settings {
  const options = new Set(effects.flatMap((effect) => effect.settings.map(({ option }) => option)));
  return new Map([...settings].filter(([option]) => options.has(option)));
}

/** Whether all that an effect needs is assumed (`so`), one single option the other way round (`not`), or neither. */
export type Assumption = 'open' | 'so' | 'not';

export function assumptionOf({ settings }: OptionEffect, assumed: Settings): Assumption {
  if (settings.every(({ option, setting }) => assumed.get(option) === setting)) return 'so';
  const [{ option }] = settings;
  return settings.length === 1 && assumed.has(option) ? 'not' : 'open';
}

/** The settings with those of an effect set so, the other way round, or not at all. */
export function withAssumption(
  assumed: Settings,
  { settings }: OptionEffect,
  assumption: Assumption,
): Settings {
  const changed = new Map(assumed);
  for (const { option, setting } of settings) {
    if (assumption === 'open') changed.delete(option);
    else changed.set(option, assumption === 'so' ? setting : opposite(setting));
  }
  return changed;
}

export function listOf(settings: Settings): OptionSetting[] {
  return [...settings].map(([option, setting]) => ({ option, setting }));
}

function opposite(setting: Setting): Setting {
  return setting === 'on' ? 'off' : 'on';
}
