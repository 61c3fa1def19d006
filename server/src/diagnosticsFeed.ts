/**
 * Diagnostics to the client: it asks for them where it can, and is told them where it cannot.
 */
import {
  type CancellationToken,
  type Diagnostic,
  type DocumentDiagnosticReport,
  DocumentDiagnosticReportKind,
  type ResultProgressReporter,
  type WorkspaceDiagnosticParams,
  type WorkspaceDiagnosticReport,
  type WorkspaceDocumentDiagnosticReport,
} from 'vscode-languageserver';
import { PROJECT_FILE } from '#core/project/projectSettings.js';
import { hashName } from '#core/source/nameTable.js';
import { type DiagnosticOptions, fileDiagnostics } from './diagnostics.js';
import type { Folder } from './folder/folder.js';
import { plainUri } from './folder/folderUri.js';
import { projectDiagnostics } from './projectDiagnostics.js';
import { slicesUntil } from './question.js';
import type { Session } from './session.js';
import { timeSlices } from './timeSlices.js';

/** Many changes at once (a folder that was loaded, settings) are told as one. */
const REFRESH_MILLISECONDS = 50;

/** Reports of files in one partial result. */
const FILES_A_PART = 200;

export class DiagnosticsFeed {
  /** Whether files that are not open are diagnosed too, because the user asked for it. */
  private isAllWanted = false;
  /** What was told last, by URI, in clients that do not ask. */
  private readonly published = new Map<string, string>();
  /** Those who wait for the next change. */
  private waiting: (() => void)[] = [];
  /** Folders whose files are to be told again, in clients that do not ask. */
  private readonly concerned = new Set<Folder>();
  private changes = 0;
  private answeredAt = -1;
  private answeredIds: ReadonlySet<string> = new Set();
  private refresh: ReturnType<typeof setTimeout> | undefined;

  constructor(private readonly session: Session) {}

  listen(): void {
    const { connection, abilities } = this.session;
    if (!abilities.pullsDiagnostics) return;
    connection.languages.diagnostics.on(async ({ textDocument, previousResultId }, token) => {
      const place = await this.session.placeOf(textDocument.uri);
      if (place?.path === PROJECT_FILE) {
        await place.folder.prepareGaps(slicesUntil(token, this.session.services.yieldTurn));
      }
      const items = place ? this.diagnosticsOf(place.folder, place.path) : [];
      return reportOf(items, previousResultId);
    });
    connection.languages.diagnostics.onWorkspace((params, token, _progress, partial) =>
      this.workspaceReport(params, token, partial),
    );
  }

  stop(): void {
    clearTimeout(this.refresh);
    this.wake();
  }

  /** Whether the whole workspace is diagnosed. */
  get coversWorkspace(): boolean {
    return this.isAllWanted || this.session.settings.diagnostics.scope === 'workspace';
  }

  /** From now on the whole workspace is diagnosed. */
  wantAll(): void {
    this.isAllWanted = true;
    for (const folder of this.session.folders.all) this.folderChanged(folder);
  }

  /** A file's own diagnostics may be others now. */
  fileChanged(folder: Folder, path: string): void {
    if (this.session.abilities.pullsDiagnostics) {
      this.changed(false);
      return;
    }
    this.publish(folder, path);
  }

  /** Diagnostics of any file of the folder may be others now. */
  folderChanged(folder: Folder): void {
    this.session.lenses.refreshSoon();
    if (this.session.abilities.pullsDiagnostics) {
      this.changed(true);
      return;
    }
    this.concerned.add(folder);
    // A thousand files that are opened change the program a thousand times: they are told once.
    this.refresh ??= setTimeout(() => {
      this.refresh = undefined;
      this.publishAll().catch((error: unknown) => this.session.connection.console.error(String(error)));
    }, REFRESH_MILLISECONDS);
  }

  closed(uri: string): void {
    if (this.session.abilities.pullsDiagnostics || this.coversWorkspace) return;
    this.tell(uri, []);
  }

  /** After a folder is gone: takes back what was told of files that belong to none any more. */
  forgetFolders(): void {
    for (const uri of [...this.published.keys()]) {
      if (!this.session.folders.find(uri)) this.tell(uri, []);
    }
    this.changed(true);
  }

  /** Problems of `unigap.json` are told at once, whether it is open or not. */
  publishProject(uri: string, diagnostics: () => Diagnostic[]): void {
    // A client that asks for diagnostics of open files asks for this one too: it would show them twice.
    const isAsked = this.session.abilities.pullsDiagnostics && this.session.documents.get(uri) !== undefined;
    this.tell(uri, isAsked ? [] : diagnostics());
  }

  private diagnosticsOf(folder: Folder, path: string): Diagnostic[] {
    const { settings, abilities, services } = this.session;
    if (path === PROJECT_FILE) return projectDiagnostics(folder);
    if (!settings.diagnostics.enabled) return [];
    const options: DiagnosticOptions = {
      minSeverity: settings.diagnostics.minSeverity,
      pageOf: (feature) => abilities.pageOf(feature),
    };
    return fileDiagnostics(folder.gapsOf(path), folder, services.knowledge, options);
  }

  private async publishAll(): Promise<void> {
    const pause = timeSlices(this.session.services.yieldTurn);
    const folders = [...this.concerned];
    this.concerned.clear();
    for (const folder of folders) {
      if (!this.session.folders.withLoose.includes(folder)) continue;
      const open = folder.openPaths;
      for (const path of this.coversWorkspace ? new Set([...folder.paths, ...open]) : open) {
        await pause();
        if (path === PROJECT_FILE) await folder.prepareGaps(pause);
        this.publish(folder, path);
      }
    }
  }

  private publish(folder: Folder, path: string): void {
    const document = folder.openDocument(path);
    if (!document && !this.coversWorkspace) return;
    this.tell(document?.uri ?? folder.uri.uriOf(path), this.diagnosticsOf(folder, path), document?.version);
  }

  private tell(uri: string, diagnostics: Diagnostic[], version?: number): void {
    const id = resultIdOf(diagnostics);
    if ((this.published.get(uri) ?? EMPTY) === id) return;
    if (id === EMPTY) this.published.delete(uri);
    else this.published.set(uri, id);
    void this.session.connection.sendDiagnostics({
      uri,
      diagnostics,
      ...(version === undefined ? {} : { version }),
    });
  }

  /** @param isElsewhere whether files that the client did not just edit may be concerned. */
  private changed(isElsewhere: boolean): void {
    this.changes++;
    this.wake();
    if (!isElsewhere || !this.session.abilities.refreshesDiagnostics) return;
    this.refresh ??= setTimeout(() => {
      this.refresh = undefined;
      this.session.connection.languages.diagnostics.refresh();
    }, REFRESH_MILLISECONDS);
  }

  private wake(): void {
    const { waiting } = this;
    this.waiting = [];
    for (const resolve of waiting) resolve();
  }

  private async workspaceReport(
    { previousResultIds }: WorkspaceDiagnosticParams,
    token: CancellationToken,
    partial: ResultProgressReporter<WorkspaceDiagnosticReport> | undefined,
  ): Promise<WorkspaceDiagnosticReport> {
    // Clients ask again as soon as they are answered: the answer waits until there is something new. One that does
    // not know what was answered last is answered at once.
    const known = new Set(previousResultIds.map(({ value }) => value));
    const isUpToDate = (): boolean =>
      this.answeredAt === this.changes && [...this.answeredIds].every((id) => known.has(id));
    while (isUpToDate() && !token.isCancellationRequested) await this.nextChange(token);
    const { changes } = this;
    const answeredIds = new Set<string>();
    const previous = new Map(previousResultIds.map((one) => [plainUri(one.uri), one]));
    const pause = timeSlices(this.session.services.yieldTurn);
    let items: WorkspaceDocumentDiagnosticReport[] = [];
    const add = (uri: string, diagnostics: Diagnostic[], version: number | null): void => {
      const report = reportOf(diagnostics, previous.get(plainUri(uri))?.value);
      if (diagnostics.length > 0 && report.resultId !== undefined) answeredIds.add(report.resultId);
      items.push({ uri, version, ...report });
      previous.delete(plainUri(uri));
      if (!partial || items.length < FILES_A_PART) return;
      partial.report({ items });
      items = [];
    };
    for (const folder of this.coversWorkspace ? this.session.folders.all : []) {
      for (const path of folder.paths) {
        if (token.isCancellationRequested) return { items };
        await pause();
        const document = folder.openDocument(path);
        const uri = document?.uri ?? folder.uri.uriOf(path);
        const diagnostics = this.diagnosticsOf(folder, path);
        if (diagnostics.length > 0 || previous.has(plainUri(uri)))
          add(uri, diagnostics, document?.version ?? null);
      }
    }
    // What the client knows of files that are gone, or not wanted any more.
    const open = new Set(this.session.documents.all().map(({ uri }) => plainUri(uri)));
    for (const [plain, { uri }] of [...previous]) {
      if (!open.has(plain)) add(uri, [], null);
    }
    this.answeredAt = changes;
    this.answeredIds = answeredIds;
    if (!partial) return { items };
    // Where parts are sent, the answer itself is empty.
    if (items.length > 0) partial.report({ items });
    return { items: [] };
  }

  private nextChange(token: CancellationToken): Promise<void> {
    return new Promise((resolve) => {
      const wake = (): void => {
        cancelled.dispose();
        this.waiting = this.waiting.filter((one) => one !== wake);
        resolve();
      };
      const cancelled = token.onCancellationRequested(wake);
      this.waiting.push(wake);
    });
  }
}

function reportOf(items: Diagnostic[], previous: string | undefined): DocumentDiagnosticReport {
  const resultId = resultIdOf(items);
  return resultId === previous
    ? { kind: DocumentDiagnosticReportKind.Unchanged, resultId }
    : { kind: DocumentDiagnosticReportKind.Full, resultId, items };
}

/** Equal for equal diagnostics. */
function resultIdOf(diagnostics: readonly Diagnostic[]): string {
  const text = JSON.stringify(diagnostics);
  return `${text.length}.${hashName(text) >>> 0}.${hashName(`${text.length}${text}`) >>> 0}`;
}

const EMPTY = resultIdOf([]);
