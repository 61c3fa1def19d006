/**
 * A program that is itself a known server: which of its gaps a setting switches off.
 */
import type { Use } from '../uses/use.js';
import { type Server, type ServerSetting, settingFeature } from './server.js';

export interface OwnServer {
  readonly server: Server;
  /** Folder of its source in the program, with a slash at the end; empty for the program's own. */
  readonly folder: string;
}

/**
 * The servers of which a program has the source.
 * @param paths of files in question.
 * @param hasFile whether the program has a file of this path.
 */
export function ownServers(
  paths: Iterable<string>,
  hasFile: (path: string) => boolean,
  servers: ReadonlyMap<string, Server>,
): OwnServer[] {
  const byName = filesByName(servers);
  const found = new Map<string, OwnServer>();
  for (const path of new Set(paths)) {
    for (const { server, file } of byName.get(baseName(path)) ?? []) {
      if (path !== file && !path.endsWith(`/${file}`)) continue;
      const folder = path.slice(0, path.length - file.length);
      const key = `${server.id} ${folder}`;
      const isServer = found.has(key) || (server.marks?.every((mark) => hasFile(folder + mark)) ?? false);
      if (isServer) found.set(key, { server, folder });
    }
  }
  return [...found.values()];
}

/** Files of sources that the data says something of, by their names without folders. */
function filesByName(servers: ReadonlyMap<string, Server>): Map<string, { server: Server; file: string }[]> {
  const byName = new Map<string, { server: Server; file: string }[]>();
  for (const server of servers.values()) {
    const { beside = [], settings } = server;
    const closed = settings.flatMap(({ closes = [] }) => closes.map(({ file }) => file));
    for (const file of new Set([...beside, ...closed])) {
      const list = byName.get(baseName(file));
      if (list) list.push({ server, file });
      else byName.set(baseName(file), [{ server, file }]);
    }
  }
  return byName;
}

function baseName(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1);
}

/** Whether a file of a known server's source belongs to another program that is built beside it. */
export function isBeside(
  path: string,
  hasFile: (path: string) => boolean,
  servers: ReadonlyMap<string, Server>,
): boolean {
  for (const { beside = [], marks = [] } of servers.values()) {
    const file = beside.find((one) => path === one || path.endsWith(`/${one}`));
    if (file === undefined) continue;
    const folder = path.slice(0, path.length - file.length);
    if (marks.every((mark) => hasFile(folder + mark))) return true;
  }
  return false;
}

/** What becomes of a use in a server's own source. */
export type Closed =
  /** It belongs to another program that is built beside the server. */
  | { readonly by: 'beside' }
  | { readonly by: 'setting'; readonly server: Server; readonly setting: ServerSetting };

/** Undefined for a use that no setting switches off. */
export function closedBy(
  use: Pick<Use, 'path' | 'feature' | 'operation'>,
  own: readonly OwnServer[],
): Closed | undefined {
  if (use.operation) return undefined;
  for (const { server, folder } of own) {
    if (!use.path.startsWith(folder)) continue;
    const file = use.path.slice(folder.length);
    if (server.beside?.includes(file)) return { by: 'beside' };
    for (const setting of server.settings) {
      const isClosed = setting.closes?.some(
        (one) => one.file === file && (one.features?.includes(use.feature) ?? true),
      );
      if (isClosed) return { by: 'setting', server, setting };
    }
  }
  return undefined;
}

/** The settings that close gaps, with how many each closes, in the order of the data. */
export function closingSettings(
  uses: Iterable<Pick<Use, 'path' | 'feature' | 'operation'>>,
  own: readonly OwnServer[],
): { server: Server; setting: ServerSetting; count: number }[] {
  const counts = new Map<string, { server: Server; setting: ServerSetting; count: number }>();
  for (const use of uses) {
    const closed = closedBy(use, own);
    if (closed?.by !== 'setting') continue;
    const { server, setting } = closed;
    const key = settingFeature(server.id, setting);
    const entry = counts.get(key);
    if (entry) entry.count++;
    else counts.set(key, { server, setting, count: 1 });
  }
  return own.flatMap(({ server }) =>
    server.settings.flatMap((setting) => counts.get(settingFeature(server.id, setting)) ?? []),
  );
}
