/**
 * What the reader wants to see. What is hidden is named, not what is shown: a target that comes later is shown.
 */
import { SEVERITIES, type Severity } from '#core/gaps/severity.js';
import type { OptionSetting } from '#core/options/optionEffects.js';

export type Grouping = 'family' | 'file';

export interface Filter {
  readonly hiddenTargets: readonly string[];
  readonly hiddenSeverities: readonly Severity[];
  /** Id of the one family to show, or '' for all. */
  readonly family: string;
  /** Words that have to be in path or message. */
  readonly text: string;
  readonly hidesConditional: boolean;
}

export const NO_FILTER: Filter = {
  hiddenTargets: [],
  hiddenSeverities: [],
  family: '',
  text: '',
  hidesConditional: false,
};

export interface ViewState {
  readonly filter: Filter;
  readonly grouping: Grouping;
  /** Options of the build that the reader assumes to be set so. */
  readonly assumed: readonly OptionSetting[];
}

/** Reads what another version of the page may have kept; what does not fit is as if nothing was kept. */
export function viewStateOf(kept: unknown): ViewState {
  const { filter, grouping, assumed } = record(kept);
  const { hiddenTargets, hiddenSeverities, family, text, hidesConditional } = record(filter);
  return {
    filter: {
      hiddenTargets: strings(hiddenTargets),
      hiddenSeverities: SEVERITIES.filter((severity) => strings(hiddenSeverities).includes(severity)),
      family: typeof family === 'string' ? family : '',
      text: typeof text === 'string' ? text : '',
      hidesConditional: hidesConditional === true,
    },
    grouping: grouping === 'file' ? 'file' : 'family',
    assumed: Array.isArray(assumed) ? assumed.flatMap(settingOf) : [],
  };
}

function settingOf(value: unknown): OptionSetting[] {
  const { option, setting } = record(value);
  const isSetting = setting === 'on' || setting === 'off';
  return typeof option === 'string' && isSetting ? [{ option, setting }] : [];
}

function record(value: unknown): Record<string, unknown> {
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};
}

function strings(value: unknown): string[] {
  return Array.isArray(value) ? value.filter((one) => typeof one === 'string') : [];
}
