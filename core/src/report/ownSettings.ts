/**
 * A program that is itself a known server: the settings that switch gaps of its source off, and what a port of it shows.
 */
import type { Gap } from '../gaps/gap.js';
import type { ServerPort, ServerSetting } from '../knowledge/schema.generated.js';
import type { TargetSpec } from '../knowledge/targetSpec.js';
import type { Server } from '../servers/server.js';
import type { Closed, OwnServer, ServerSources } from '../servers/serverSources.js';

export interface OwnSettings {
  readonly server: Server;
  /** Those that close gaps on the target, with how many, in the order of the data. */
  readonly settings: readonly { readonly setting: ServerSetting; readonly count: number }[];
  /** That it has been run on the target without changing its source; undefined where nobody is known to have done so. */
  readonly port: ServerPort | undefined;
}

export class OwnServers {
  private readonly own: readonly OwnServer[];

  constructor(
    gaps: readonly Gap[],
    private readonly sources: ServerSources,
  ) {
    this.own = sources.serversOf(new Set(gaps.map(({ use }) => use.path)));
  }

  /** What closes a gap; undefined where no setting does. */
  closed({ use }: Gap): Closed | undefined {
    return this.sources.closed(use);
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
    const counts = new Map<ServerSetting, number>();
    for (const { use, targets } of gaps) {
      if (use.tags.length > 0 || !targets.some((one) => one.target === target)) continue;
      const closed = this.sources.closed(use);
      if (closed?.by === 'setting') counts.set(closed.setting, (counts.get(closed.setting) ?? 0) + 1);
    }
    const servers = new Set(this.own.map(({ server }) => server));
    return [...servers].flatMap((server) => {
      const settings = server.settings.flatMap((setting) => {
        const count = counts.get(setting);
        return count === undefined ? [] : { setting, count };
      });
      const port = server.ported?.[target.id];
      return settings.length > 0 || port ? { server, settings, port } : [];
    });
  }
}
