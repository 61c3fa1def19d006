/**
 * A program that is itself a known server: the settings that switch gaps of its source off, and what a port of it shows.
 */
import type { Gap } from '../gaps/gap.js';
import type { Knowledge } from '../knowledge/knowledge.js';
import type { ServerPort } from '../knowledge/schema.generated.js';
import type { TargetSpec } from '../knowledge/targetSpec.js';
import { type Closed, closedBy, closingSettings, type OwnServer, ownServers } from '../servers/ownServer.js';
import type { Server, ServerSetting } from '../servers/server.js';

export interface OwnSettings {
  readonly server: Server;
  /** Those that close gaps on the target, with how many. */
  readonly settings: readonly { readonly setting: ServerSetting; readonly count: number }[];
  /** That it has been run on the target without changing its source; undefined where nobody is known to have done so. */
  readonly port: ServerPort | undefined;
}

export class OwnServers {
  private readonly own: readonly OwnServer[];

  /** @param hasFile whether the program has a file of this path. */
  constructor(gaps: readonly Gap[], hasFile: (path: string) => boolean, knowledge: Knowledge) {
    this.own = ownServers(
      gaps.map(({ use }) => use.path),
      hasFile,
      knowledge.servers(),
    );
  }

  /** What closes a gap; undefined where no setting does. */
  closed({ use }: Gap): Closed | undefined {
    return this.own.length > 0 ? closedBy(use, this.own) : undefined;
  }

  /** Whether a gap is one of a server that is known to run on the target as it is. */
  isPorted({ use }: Gap, target: TargetSpec): boolean {
    return this.own.some(
      ({ server, folder }) =>
        !use.operation && use.path.startsWith(folder) && server.ported?.[target.id] !== undefined,
    );
  }

  /** Each server of which something is known for the target. */
  settingsFor(gaps: readonly Gap[], target: TargetSpec): OwnSettings[] {
    const uses = gaps.flatMap(({ use, targets }) =>
      use.tags.length === 0 && targets.some((one) => one.target === target) ? use : [],
    );
    const closing = closingSettings(uses, this.own);
    return this.own.flatMap(({ server }) => {
      const settings = closing.filter((one) => one.server === server);
      const port = server.ported?.[target.id];
      return settings.length > 0 || port ? { server, settings, port } : [];
    });
  }
}
