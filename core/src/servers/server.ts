/**
 * Servers whose configuration decides what they ask of the platform, as the data tells them.
 */
import type { ServerEntry, ServerSetting } from '../knowledge/schema.generated.js';

export interface Server extends ServerEntry {
  readonly id: string;
}

/** Id of the feature that a setting is: `setting/nginx/daemon`. */
export function settingFeature(server: string, setting: Pick<ServerSetting, 'name'>): string {
  return `setting/${server}/${setting.name}`;
}

/** The server and the setting behind a feature id; undefined for any other feature. */
export function settingOf(
  feature: string,
  servers: ReadonlyMap<string, Server>,
): { server: Server; setting: ServerSetting } | undefined {
  if (!feature.startsWith('setting/')) return undefined;
  const [, id] = feature.split('/', 2);
  const server = servers.get(id);
  const setting = server?.settings.find((one) => settingFeature(id, one) === feature);
  return server && setting && { server, setting };
}

/** What a setting is called where it is to be left out. */
export function settingName({ name, directive, kind = 'directive' }: ServerSetting): string {
  return kind === 'directive' ? (directive ?? name) : name;
}

/** How a setting is written that helps: `daemon off`, `-D`; undefined where it is to be left out, or nothing helps. */
export function helpingText({ kind, name, directive, set }: ServerSetting): string | undefined {
  if (set === undefined || kind === 'always') return undefined;
  return kind === 'switch' ? set : `${directive ?? name} ${set}`.trimEnd();
}
