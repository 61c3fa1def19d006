/**
 * Reads folders in the background, one after the other, and tells the client how far it is.
 */
import type { CancellationToken, WorkDoneProgressServerReporter } from 'vscode-languageserver';
import type { Severity } from '#core/gaps/severity.js';
import { nameOf } from '#core/report/report.js';
import { isAside } from './diagnostics.js';
import type { Folder } from './folder/folder.js';
import { REPORT_CHANGED_NOTIFICATION, STATUS_NOTIFICATION, type StatusParams } from './protocol.js';
import type { Session } from './session.js';
import { timeSlices } from './timeSlices.js';

/** After an edit that concerns other files: a person who types is let finish. */
const SOON_MILLISECONDS = 400;

export class Loader {
  /** Told how far the loading of a folder is: percent, and a sentence. */
  readonly listeners = new Set<(percentage: number, message: string) => void>();
  private readonly wanted = new Set<Folder>();
  private readonly timers = new Map<Folder, ReturnType<typeof setTimeout>>();
  private running: Promise<void> | undefined;
  private statusTimer: ReturnType<typeof setTimeout> | undefined;
  private isStopped = false;

  constructor(private readonly session: Session) {}

  stop(): void {
    this.isStopped = true;
    clearTimeout(this.statusTimer);
    for (const timer of this.timers.values()) clearTimeout(timer);
  }

  requestSoon(folder: Folder): void {
    clearTimeout(this.timers.get(folder));
    this.timers.set(
      folder,
      setTimeout(() => this.request(folder), SOON_MILLISECONDS),
    );
  }

  /** Loads the folder as soon as the others before it are done. */
  request(folder: Folder): Promise<void> {
    clearTimeout(this.timers.get(folder));
    this.timers.delete(folder);
    this.wanted.add(folder);
    this.running ??= this.run().finally(() => {
      this.running = undefined;
      this.tellStatus();
    });
    return this.running;
  }

  /** Resolves when all folders are up to date, or when the token is cancelled. */
  async settle(token: CancellationToken): Promise<void> {
    for (const folder of this.session.folders.all) {
      if (folder.needsLoad || !folder.isLoaded) void this.request(folder);
    }
    while (this.running && !token.isCancellationRequested) {
      const { running } = this;
      await new Promise<void>((resolve) => {
        const cancelled = token.onCancellationRequested(() => resolve());
        void running.finally(() => {
          cancelled.dispose();
          resolve();
        });
      });
    }
  }

  /** After an edit: what is counted, and the report, are others now. */
  tellChangeSoon(): void {
    this.statusTimer ??= setTimeout(() => {
      this.tellStatus();
      void this.session.connection.sendNotification(REPORT_CHANGED_NOTIFICATION);
    }, SOON_MILLISECONDS);
  }

  tellStatus(): void {
    clearTimeout(this.statusTimer);
    this.statusTimer = undefined;
    this.countGaps().then(
      (status) => this.session.connection.sendNotification(STATUS_NOTIFICATION, status),
      (error: unknown) => this.session.connection.console.error(String(error)),
    );
  }

  /** Counts over all files that are known. */
  async countGaps(): Promise<StatusParams> {
    const { folders, services, settings } = this.session;
    const counts: Record<Severity, number> = { error: 0, warning: 0, information: 0 };
    const pause = timeSlices(services.yieldTurn);
    let filesScanned = 0;
    for (const folder of folders.withLoose) {
      for (const path of folder.paths) {
        filesScanned++;
        await pause();
        for (const gap of folder.gapsOf(path).told) if (!isAside(gap)) counts[gap.severity]++;
      }
    }
    const [first] = folders.withLoose;
    const targets = first
      ? first.settings.targets.map((target) => nameOf(target, services.knowledge))
      : settings.targets;
    const failed = folders.withLoose.find(({ failure }) => failure !== undefined);
    return {
      state: failed ? 'failed' : this.running ? 'scanning' : 'ready',
      targets,
      errors: counts.error,
      warnings: counts.warning,
      informations: counts.information,
      filesScanned,
      ...(failed?.failure === undefined ? {} : { problem: `${failed.uri.name}: ${failed.failure}` }),
    };
  }

  private async run(): Promise<void> {
    for (const folder of this.wanted) {
      if (this.isStopped) return;
      this.wanted.delete(folder);
      if (!this.session.folders.withLoose.includes(folder) || !folder.needsLoad) continue;
      try {
        await this.load(folder);
        folder.failure = undefined;
      } catch (error) {
        folder.failure = `not read: ${(error as Error).message}`;
        this.session.connection.console.error((error as Error).stack ?? String(error));
      }
    }
  }

  private async load(folder: Folder): Promise<void> {
    const { connection, abilities, services, feed } = this.session;
    const targets = folder.settings.targets.map((target) => nameOf(target, services.knowledge));
    const tellScanning = (filesScanned: number): void =>
      void connection.sendNotification(STATUS_NOTIFICATION, {
        state: 'scanning',
        targets,
        errors: 0,
        warnings: 0,
        informations: 0,
        filesScanned,
      } satisfies StatusParams);
    tellScanning(0);
    const progress: WorkDoneProgressServerReporter | undefined = abilities.showsProgress
      ? await connection.window.createWorkDoneProgress().catch(() => undefined)
      : undefined;
    progress?.begin(`Unigap: reading ${folder.uri.name}`, 0, undefined, true);
    const startedAt = Date.now();
    try {
      const isDone = await folder.load({
        pause: timeSlices(services.yieldTurn),
        cancelled: () =>
          this.isStopped ||
          !this.session.folders.withLoose.includes(folder) ||
          progress?.token.isCancellationRequested === true,
        progress: (done, total) => {
          const percentage = Math.floor((done / total) * 100);
          const message = `${done} of ${total} files`;
          tellScanning(done);
          progress?.report(percentage, message);
          for (const tell of this.listeners) tell(percentage, message);
        },
      });
      if (!isDone) {
        // Who cancels it does not want it begun again for those who asked meanwhile: the next change does that.
        this.wanted.delete(folder);
        return;
      }
      connection.console.info(
        `Read ${folder.paths.length} files of ${folder.uri.name} in ${Date.now() - startedAt} ms`,
      );
    } finally {
      progress?.done();
    }
    feed.folderChanged(folder);
    connection.sendNotification(REPORT_CHANGED_NOTIFICATION);
    // An edit meanwhile may have changed what is looked for.
    if (folder.needsLoad) this.requestSoon(folder);
  }
}
