/**
 * Whether a scan may print what the last one did, and whether the next one may print what it does.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { PROJECT_FILE } from '#core/project/projectSettings.js';
import type { BuildTrace } from '../cache/buildTrace.js';
import type { FileStamps } from '../cache/fileStamps.js';
import type { NodeFiles } from '../cache/stampedWorkspace.js';
import { type Listed, stampsOf, type Told, ToldReport } from '../cache/toldReport.js';
import type { ScanRequest } from '../commandLine.js';
import type { Project, ScannedRoot } from '../projects.js';
import { shippedDigest } from '../shipped.js';
import { cacheFolderOf, leftOutOf, nodeFilesOf } from './readSources.js';

export class ToldScan {
  private readonly report: ToldReport;
  private begun: { readonly listed: Listed; readonly stamps: FileStamps } | undefined;

  private constructor(
    folder: string,
    private readonly request: ScanRequest,
    private readonly roots: readonly ScannedRoot[],
  ) {
    const { stdout } = process;
    const subject = JSON.stringify([
      request,
      process.cwd(),
      roots,
      roots.map(projectText),
      [stdout.isTTY, process.env.NO_COLOR, stdout.columns],
    ]);
    this.report = new ToldReport({ folder, subject, program: shippedDigest() });
  }

  /** Undefined for a scan whose report hangs on more than files below the folders, or that does more than to print it. */
  static of(request: ScanRequest, roots: readonly ScannedRoot[]): ToldScan | undefined {
    const folder = cacheFolderOf(request.cache);
    const isPlain =
      request.outputs.length === 0 &&
      request.baseline === undefined &&
      request.failOn === undefined &&
      request.since === undefined &&
      request.shard === undefined &&
      request.build === undefined &&
      !request.binaries &&
      !roots.some(({ isBinary }) => isBinary);
    return folder === undefined || !isPlain ? undefined : new ToldScan(folder, request, roots);
  }

  /** What the last scan printed, if this one would print the same. */
  async again(): Promise<Told | undefined> {
    const { report, roots, request } = this;
    const { excludes } = report;
    if (!excludes) return undefined;
    const { files, walked } = nodeFilesOf(excludes, roots, request);
    const { files: all } = await files.list();
    return report.again(listedOf(all, walked()), files);
  }

  /** Says what is scanned; nothing of it may have been read before. */
  begin(
    files: NodeFiles,
    all: Listed['files'],
    walks: ReturnType<ReturnType<typeof nodeFilesOf>['walked']>,
  ): void {
    this.begun = { listed: listedOf(all, walks), stamps: stampsOf(all, files) };
  }

  /** Takes a piece that is printed. */
  add(piece: string): void {
    this.report.add(piece);
  }

  /** Leaves what was printed, unless something was said beside it. */
  save(status: number, projects: readonly Project[], trace: BuildTrace): void {
    const traced = trace.traced();
    const isQuiet = projects.every(
      ({ file, settings }) => !file?.problems.length && settings.build.path === undefined,
    );
    if (!this.begun || !traced || !isQuiet) return;
    const { listed, stamps } = this.begun;
    this.report.save(
      listed,
      stamps,
      projects.map(({ settings }) => settings.exclude),
      traced,
      status,
    );
  }
}

function listedOf(
  files: Listed['files'],
  walks: ReturnType<ReturnType<typeof nodeFilesOf>['walked']>,
): Listed {
  return { files, skipped: walks.flatMap(({ skipped }) => skipped), leftOut: [leftOutOf(walks)] };
}

/** Text of the project file of a folder; null for none. */
function projectText({ folder }: ScannedRoot): string | null {
  try {
    return readFileSync(join(folder, PROJECT_FILE), 'utf8');
  } catch {
    return null;
  }
}
