/**
 * Settings of servers ask for features that exist, once each, and say enough to help.
 */
import type { ServerEntry, ServerSetting } from '#core/knowledge/schema.generated.js';
import type { Data } from '../generate/readData.js';

export function checkServers(data: Data): string[] {
  const { servers, repositories } = data.servers;
  const programs = new Map<string, string>();
  return Object.entries(servers).flatMap(([id, server]) => {
    const place = `servers.json: ${id}`;
    const problems = portProblems(server, Object.keys(repositories), data);
    for (const program of server.programs) {
      const other = programs.get(program);
      if (other !== undefined) problems.push(`${program} is a program of ${other} already`);
      programs.set(program, id);
    }
    if (server.note !== undefined && !data.notes.has(server.note))
      problems.push(`there is no note ${server.note}`);
    const names = new Set<string>();
    for (const setting of server.settings) {
      if (names.has(setting.name)) problems.push(`${setting.name} is there twice`);
      names.add(setting.name);
      problems.push(...settingProblems(setting, server, data).map((one) => `${setting.name}: ${one}`));
    }
    return problems.map((problem) => `${place}: ${problem}`);
  });
}

function portProblems({ ported = {} }: ServerEntry, repositories: readonly string[], data: Data): string[] {
  return Object.entries(ported).flatMap(([target, { evidence }]) => [
    ...(data.curated.has(target) ? [] : [`it was ported to ${target}, which is no target`]),
    ...evidence
      .filter(({ repository }) => !repositories.includes(repository))
      .map(({ repository }) => `${repository} is no repository of this file`),
  ]);
}

function settingProblems(setting: ServerSetting, { marks }: ServerEntry, { features }: Data): string[] {
  const { kind = 'directive', needs, switches, instead, set, off, default: fallback, closes = [] } = setting;
  const problems: string[] = [];
  const asked = [needs, ...closes.flatMap((one) => one.features ?? [])];
  for (const feature of asked) {
    if (!Object.hasOwn(features.features, feature)) problems.push(`${feature} is not in features.json`);
  }
  if ((kind === 'switch') !== (switches !== undefined))
    problems.push('a switch has spellings, and nothing else has any');
  if ((kind === 'always') !== (instead !== undefined))
    problems.push('what no setting helps against says what to do instead, and nothing else does');
  if (fallback !== undefined && set === undefined) problems.push('what it does by default nothing undoes');
  if (kind === 'directive' && set !== undefined && !off?.includes(unquoted(set).toLowerCase()))
    problems.push(`${set} is not among the values that take nothing`);
  if (closes.length > 0 && marks === undefined)
    problems.push('it closes places of a source that cannot be told');
  return problems;
}

function unquoted(text: string): string {
  return text.replace(/^"(.*)"$/, '$1');
}
