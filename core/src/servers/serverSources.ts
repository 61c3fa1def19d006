/**
 * Sources of known servers in a program: where they lie, which of their files belong to other programs, and which gaps
 * a setting switches off.
 */
import type { ServerSetting } from '../knowledge/schema.generated.js';
import { baseName } from '../source/baseName.js';
import type { Use } from '../uses/use.js';
import type { Server } from './server.js';

/** A server of which a program has the source. */
export interface OwnServer {
  readonly server: Server;
  /** Folder of its source in the program, with a slash at the end; empty for the program's own. */
  readonly folder: string;
}

/** What becomes of a use in a server's own source. */
export type Closed =
  /** It belongs to another program that is built beside the server. */
  | { readonly by: 'beside' }
  | { readonly by: 'setting'; readonly server: Server; readonly setting: ServerSetting };

export class ServerSources {
  /** Files of sources that the data says something of, by their names without folders. */
  private readonly byName = new Map<string, { server: Server; file: string }[]>();
  /** Whether a folder is the source of a server, by both. */
  private readonly known = new Map<string, boolean>();

  /** @param hasFile whether the program has a file of this path. */
  constructor(
    servers: ReadonlyMap<string, Server>,
    private readonly hasFile: (path: string) => boolean,
  ) {
    for (const server of servers.values()) {
      const closed = server.settings.flatMap(({ closes = [] }) => closes.map(({ file }) => file));
      for (const file of new Set([...(server.beside ?? []), ...closed])) {
        const list = this.byName.get(baseName(file));
        if (list) list.push({ server, file });
        else this.byName.set(baseName(file), [{ server, file }]);
      }
    }
  }

  /** The servers that the data says something of by these files, in their order. */
  serversOf(paths: Iterable<string>): OwnServer[] {
    const found = new Map<string, OwnServer>();
    for (const path of paths) {
      for (const { server, folder } of this.at(path)) found.set(`${server.id} ${folder}`, { server, folder });
    }
    return [...found.values()];
  }

  /** Whether a file belongs to another program that is built beside a server. */
  isBeside(path: string): boolean {
    return this.at(path).some(({ server, file }) => server.beside?.includes(file));
  }

  /** Undefined for a use that no setting switches off. */
  closed({ path, feature, operation }: Pick<Use, 'path' | 'feature' | 'operation'>): Closed | undefined {
    if (operation) return undefined;
    for (const { server, file } of this.at(path)) {
      if (server.beside?.includes(file)) return { by: 'beside' };
      const setting = server.settings.find(({ closes = [] }) =>
        closes.some((one) => one.file === file && (one.features?.includes(feature) ?? true)),
      );
      if (setting) return { by: 'setting', server, setting };
    }
    return undefined;
  }

  /** The servers whose source a file is, with its path from the folder of that. */
  private at(path: string): (OwnServer & { readonly file: string })[] {
    const named = this.byName.get(baseName(path));
    if (!named) return [];
    return named.flatMap(({ server, file }) => {
      if (path !== file && !path.endsWith(`/${file}`)) return [];
      const folder = path.slice(0, path.length - file.length);
      return this.isSource(server, folder) ? { server, folder, file } : [];
    });
  }

  private isSource({ id, marks }: Server, folder: string): boolean {
    const key = `${id} ${folder}`;
    let isSource = this.known.get(key);
    if (isSource === undefined) {
      isSource = marks?.every((mark) => this.hasFile(folder + mark)) ?? false;
      this.known.set(key, isSource);
    }
    return isSource;
  }
}
