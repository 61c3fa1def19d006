/**
 * Settings of servers as features, and what targets do for them: what they do for the one feature that the setting needs.
 */
import { possibleCases } from '#core/gaps/possibleCases.js';
import type { FeatureEntry, ServerSetting, Statement, TargetFile } from '#core/knowledge/schema.generated.js';
import { settingFeature } from '#core/servers/server.js';
import type { Data } from './readData.js';

/** By id, in the order of the data; none of a setting that needs what is not listed. */
export function settingFeatures({ servers, features }: Data): [id: string, feature: FeatureEntry][] {
  return Object.entries(servers.servers).flatMap(([id, { settings, note }]) =>
    settings.flatMap((setting): [string, FeatureEntry][] => {
      const needed = features.features[setting.needs] as FeatureEntry | undefined;
      if (!needed) return [];
      const { family } = needed;
      return [[settingFeature(id, setting), note === undefined ? { family } : { family, note }]];
    }),
  );
}

/**
 * Statements of a target with those of settings among them.
 * @param absent the statement of a feature that the target's complete lists leave out.
 */
export function withSettings(
  statements: ReadonlyMap<string, readonly Statement[]>,
  { servers, features }: Data,
  file: TargetFile,
  absent: (kind: string) => Statement | undefined,
): ReadonlyMap<string, readonly Statement[]> {
  const all = new Map(statements);
  for (const [id, { settings }] of Object.entries(servers.servers)) {
    for (const setting of settings) {
      if (!Object.hasOwn(features.features, setting.needs)) continue;
      const kind = setting.needs.slice(0, setting.needs.indexOf('/'));
      const isComplete = file.complete?.some((one) => one === kind) ?? false;
      const missing = isComplete ? absent(kind) : undefined;
      const needed = statements.get(setting.needs) ?? (missing ? [missing] : []);
      const derived = needed.flatMap((one) => derivedStatement(one, setting));
      if (derived.length > 0) all.set(settingFeature(id, setting), derived);
    }
  }
  return all;
}

/** None where what happens hangs on more than can be told of a setting. */
function derivedStatement(statement: Statement, { needs }: ServerSetting): Statement[] {
  const { usual } = possibleCases(statement, undefined);
  if (!usual) return [];
  const { when, note: caseNote, ...outcome } = usual;
  const note = caseNote ?? statement.note;
  const name = needs.slice(needs.indexOf('/') + 1);
  return [{ ...statement, cases: [outcome], ...(note === undefined ? {} : { note: `${name}(): ${note}` }) }];
}
