/**
 * One client and its workspace: takes in what the client tells, and keeps folders, diagnostics and status up to date.
 */
import {
  type Connection,
  DidChangeConfigurationNotification,
  DidChangeWatchedFilesNotification,
  FileChangeType,
  type FileEvent,
  MessageType,
  ShowMessageNotification,
  TextDocuments,
} from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import type { Grammar } from '#core/engine/engine.js';
import { PROJECT_FILE } from '#core/project/projectSettings.js';
import type { ClientAbilities } from './clientAbilities.js';
import { answerCodeActions } from './codeActions/answerCodeActions.js';
import { answerCodeLenses } from './codeLens.js';
import { DiagnosticsFeed } from './diagnosticsFeed.js';
import type { Folder } from './folder/folder.js';
import { Folders, type Place } from './folders.js';
import type { Files, Host } from './host.js';
import { answerHovers } from './hover.js';
import { LensRefresh } from './lensRefresh.js';
import { Loader } from './loader.js';
import { projectDiagnostics } from './projectDiagnostics.js';
import type { InitializationOptions, Settings } from './protocol.js';
import { answerReports } from './reports.js';
import type { Services } from './services.js';
import { readSettings } from './settings.js';
import { timeSlices } from './timeSlices.js';
import { isBuildFile, isIgnoreFile, WATCHERS } from './watchedFiles.js';

export interface SessionOptions {
  readonly connection: Connection;
  readonly host: Host;
  readonly options: InitializationOptions;
  readonly services: Services;
  readonly files: Files;
  readonly abilities: ClientAbilities;
  readonly settings: Settings;
  /** URIs of the folders of the workspace. */
  readonly folders: readonly string[];
}

export class Session {
  readonly connection: Connection;
  readonly services: Services;
  readonly abilities: ClientAbilities;
  readonly documents = new TextDocuments(TextDocument);
  readonly folders: Folders;
  readonly feed: DiagnosticsFeed;
  readonly lenses: LensRefresh;
  readonly loader: Loader;
  settings: Settings;
  /** Readings that are under way, by document. */
  private readonly pending = new Map<string, Promise<void>>();
  private readonly failedGrammars = new Set<Grammar>();

  constructor(private readonly given: SessionOptions) {
    this.connection = given.connection;
    this.services = given.services;
    this.abilities = given.abilities;
    this.settings = given.settings;
    this.folders = new Folders(
      {
        services: given.services,
        files: given.files,
        failed: (path, error) => this.log(error, path),
        buildProblem: (line) => this.connection.console.warn(line),
        engineFailed: (error, grammar) => this.tellEngineFailure(error, grammar),
      },
      given.settings,
    );
    this.feed = new DiagnosticsFeed(this);
    this.lenses = new LensRefresh(this);
    this.loader = new Loader(this);
  }

  /** Registers all handlers. */
  listen(): void {
    const { connection, documents } = this;
    // Told for a document that is opened, too.
    documents.onDidChangeContent(({ document }) => this.guarded(this.changed(document)));
    documents.onDidClose(({ document }) => this.guarded(this.awaited(document.uri, this.closed(document))));
    connection.onDidChangeWatchedFiles(({ changes }) => this.guarded(this.filesChanged(changes)));
    connection.onDidChangeConfiguration(({ settings }) => this.guarded(this.settingsChanged(settings)));
    this.feed.listen();
    answerHovers(this);
    answerCodeLenses(this);
    answerCodeActions(this);
    answerReports(this);
    documents.listen(connection);
  }

  /** After the client is ready: asks for settings, watches files, reads the folders. */
  start(): void {
    this.guarded(this.begin());
  }

  stop(): void {
    this.loader.stop();
    this.feed.stop();
    this.lenses.stop();
  }

  /** A text file of the bundled program. */
  async shippedText(name: string): Promise<string> {
    return new TextDecoder().decode(await this.given.host.readShipped(name, this.given.options));
  }

  /** Where a document belongs; resolves when its newest text has been read. Undefined if it is not open. */
  async placeOf(uri: string): Promise<Place | undefined> {
    const document = this.documents.get(uri);
    if (!document) return this.folders.find(uri);
    await this.pending.get(uri);
    return this.folders.place(document);
  }

  /** Takes in the settings of a folder again. */
  async configure(folder: Folder): Promise<void> {
    folder.configure(this.settings, await folder.projectText());
    for (const problem of folder.settings.problems)
      this.connection.console.warn(`unigap.targets: ${problem}`);
    await folder.prepareGaps(timeSlices(this.services.yieldTurn));
    this.feed.publishProject(folder.uri.uriOf(PROJECT_FILE), () => projectDiagnostics(folder));
    this.feed.folderChanged(folder);
    if (folder.needsLoad) this.loader.request(folder);
    this.loader.tellChangeSoon();
  }

  private async begin(): Promise<void> {
    const { connection, abilities, given } = this;
    if (abilities.registersConfiguration) {
      const section = { section: 'unigap' };
      await this.tolerated(connection.client.register(DidChangeConfigurationNotification.type, section));
    }
    if (abilities.registersWatchers) {
      await this.tolerated(
        connection.client.register(DidChangeWatchedFilesNotification.type, { watchers: WATCHERS }),
      );
    }
    if (abilities.hasFolders) {
      connection.workspace.onDidChangeWorkspaceFolders(({ added, removed }) => {
        for (const { uri } of removed) this.removeFolder(uri);
        for (const { uri } of added) this.guarded(this.addFolder(uri));
        this.loader.tellChangeSoon();
      });
    }
    await this.tolerated(this.askSettings());
    for (const uri of given.folders) await this.addFolder(uri);
    this.loader.tellStatus();
  }

  private removeFolder(uri: string): void {
    this.folders.remove(uri);
    this.feed.forgetFolders();
    // What is open belongs to another folder now, or to none.
    for (const document of this.documents.all()) this.guarded(this.changed(document));
  }

  private async addFolder(uri: string): Promise<void> {
    const folder = this.folders.add(uri);
    for (const document of this.documents.all()) {
      const [place, ...outer] = this.folders.findAll(document.uri);
      if (place?.folder !== folder) continue;
      folder.setOpen(place.path, document);
      // Until now it was in the folder around this one, which sees it as it is saved from now on.
      for (const { folder: other, path } of outer) {
        other.setClosed(path);
        this.guarded(other.change(path));
      }
    }
    await this.configure(folder);
    // What is open is told at once, the rest when the folder is read.
    for (const path of folder.openPaths) await folder.change(path);
    this.feed.folderChanged(folder);
    this.loader.request(folder);
  }

  private changed(document: TextDocument): Promise<void> {
    return this.awaited(document.uri, this.read(document));
  }

  /** Questions about a document wait until the newest reading of it is done. */
  private awaited(uri: string, reading: Promise<void>): Promise<void> {
    this.pending.set(uri, reading);
    return reading.finally(() => {
      if (this.pending.get(uri) === reading) this.pending.delete(uri);
    });
  }

  private async read(document: TextDocument): Promise<void> {
    const { folder, path } = this.folders.place(document);
    folder.setOpen(path, document);
    if (path === PROJECT_FILE) return this.configure(folder);
    const { version } = document;
    const { revision } = folder;
    await folder.change(path);
    if (document.version !== version) return; // a newer text is being read
    this.told(folder, path, revision);
  }

  private async closed(document: TextDocument): Promise<void> {
    const { folder, path } = this.folders.place(document);
    folder.setClosed(path);
    this.feed.closed(document.uri);
    if (path === PROJECT_FILE) return this.configure(folder);
    const { revision } = folder;
    // What was typed and not saved is gone.
    if (this.folders.all.includes(folder)) await folder.change(path);
    else folder.remove(path);
    this.told(folder, path, revision);
  }

  /** After a file was read: what the client is to hear, and what has to be read besides. */
  private told(folder: Folder, path: string, revisionBefore: number): void {
    this.feed.fileChanged(folder, path);
    if (folder.revision !== revisionBefore) this.feed.folderChanged(folder);
    if (folder.needsLoad) this.loader.requestSoon(folder);
    this.loader.tellChangeSoon();
  }

  private async filesChanged(changes: readonly FileEvent[]): Promise<void> {
    const deleted = new Map<Folder, Set<string>>();
    const touched = new Set<Folder>();
    for (const { uri, type } of changes) {
      for (const { folder, path } of this.folders.findAll(uri)) {
        if (folder.openDocument(path)) continue;
        if (path === PROJECT_FILE) await this.configure(folder);
        else if (isIgnoreFile(path)) folder.expectListing();
        else if (isBuildFile(path)) folder.expectBuild();
        else if (type === FileChangeType.Deleted) {
          const others = deleted.get(folder);
          if (others) others.add(path);
          else deleted.set(folder, new Set([path]));
          continue;
        } else if (type === FileChangeType.Created || !folder.isLoaded) folder.expectLoad(path);
        else await folder.change(path);
        touched.add(folder);
      }
    }
    for (const [folder, paths] of deleted) if (folder.removeDeleted(paths)) touched.add(folder);
    if (touched.size === 0) return;
    for (const folder of touched) {
      this.feed.folderChanged(folder);
      if (folder.needsLoad) this.loader.requestSoon(folder);
    }
    this.loader.tellChangeSoon();
  }

  private async settingsChanged(settings: unknown): Promise<void> {
    if (this.abilities.hasConfiguration) await this.askSettings();
    else this.setSettings((settings as { unigap?: unknown } | null)?.unigap);
    for (const folder of this.folders.withLoose) await this.configure(folder);
    this.loader.tellStatus();
  }

  private async askSettings(): Promise<void> {
    if (!this.abilities.hasConfiguration) return;
    this.setSettings(await this.connection.workspace.getConfiguration('unigap'));
  }

  private setSettings(value: unknown): void {
    this.settings = readSettings(value);
    this.folders.setSettings(this.settings);
  }

  private tellEngineFailure(error: unknown, grammar: Grammar): void {
    const language = grammar === 'cpp' ? 'C++' : 'C';
    this.connection.console.error(`The grammar of ${language} could not be loaded: ${messageOf(error)}`);
    if (this.failedGrammars.has(grammar)) return;
    this.failedGrammars.add(grammar);
    void this.connection.sendNotification(ShowMessageNotification.type, {
      type: MessageType.Warning,
      message:
        `Unigap could not load its grammar of ${language}. ` +
        'Places that need a syntax tree are left out; see the log.',
    });
  }

  /** The one place where a failure of a notification's handler ends; requests answer with theirs. */
  private guarded(work: Promise<void>): void {
    work.catch((error: unknown) => this.log(error));
  }

  /** For what a client may refuse: the rest works without it. */
  private async tolerated(work: Promise<unknown>): Promise<void> {
    try {
      await work;
    } catch (error) {
      this.log(error);
    }
  }

  private log(error: unknown, path?: string): void {
    const text = error instanceof Error ? (error.stack ?? error.message) : String(error);
    this.connection.console.error(path === undefined ? text : `${path}: ${text}`);
  }
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
