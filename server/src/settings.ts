/**
 * The editor's settings, whatever the client hands over.
 */
import { DEFAULT_TARGETS } from '#core/project/folderSettings.js';
import type { SeverityRule } from '#core/project/projectSettings.js';
import type { Settings } from './protocol.js';

export const DEFAULT_SETTINGS: Settings = {
  targets: DEFAULT_TARGETS,
  diagnostics: { enabled: true, scope: 'openFiles', minSeverity: 'information' },
  severities: [],
  codeLens: { enabled: true },
  exclude: [],
};

/** Settings with defaults for what is left out or of a wrong type. */
export function readSettings(value: unknown): Settings {
  const given = objectOf(value);
  const diagnostics = objectOf(given.diagnostics);
  const codeLens = objectOf(given.codeLens);
  const standard = DEFAULT_SETTINGS;
  return {
    targets: texts(given.targets) ?? standard.targets,
    diagnostics: {
      enabled: flag(diagnostics.enabled, standard.diagnostics.enabled),
      scope: oneOf(diagnostics.scope, ['openFiles', 'workspace'], standard.diagnostics.scope),
      minSeverity: oneOf(
        diagnostics.minSeverity,
        ['error', 'warning', 'information'],
        standard.diagnostics.minSeverity,
      ),
    },
    severities: Array.isArray(given.severities) ? given.severities.flatMap(ruleOf) : standard.severities,
    codeLens: { enabled: flag(codeLens.enabled, standard.codeLens.enabled) },
    exclude: texts(given.exclude) ?? standard.exclude,
  };
}

function ruleOf(value: unknown): SeverityRule[] {
  const { target, behaviour, family, feature, severity } = objectOf(value);
  if (severity !== 'error' && severity !== 'warning' && severity !== 'information' && severity !== 'off')
    return [];
  const parts = Object.entries({ target, behaviour, family, feature }).filter(
    (entry): entry is [string, string] => typeof entry[1] === 'string',
  );
  return [{ ...Object.fromEntries(parts), severity }];
}

function objectOf(value: unknown): Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
    ? (value as Record<string, unknown>)
    : {};
}

function texts(value: unknown): string[] | undefined {
  return Array.isArray(value) && value.every((one) => typeof one === 'string') ? value : undefined;
}

function flag(value: unknown, standard: boolean): boolean {
  return typeof value === 'boolean' ? value : standard;
}

function oneOf<T extends string>(value: unknown, values: readonly T[], standard: T): T {
  return values.find((one) => one === value) ?? standard;
}
