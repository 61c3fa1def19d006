/**
 * The newest report that is known, shared by the tree and the panel. It is made when somebody asks for it, and
 * again after a change while somebody looks at it.
 */
import { type Disposable, EventEmitter, l10n, ProgressLocation, type ProgressOptions } from 'vscode';
import { type BaseLanguageClient, State } from 'vscode-languageclient';
import { REPORT_CHANGED_NOTIFICATION, REPORT_REQUEST, type ReportDocument } from '#server/protocol.js';
import { longRequest } from '../language/longRequest.js';

/** Changes come in bursts: a save, a checkout of another branch. */
const QUIET_MILLISECONDS = 500;

export class ReportStore implements Disposable {
  private current: ReportDocument | undefined;
  private isStale = false;
  private loading: Promise<ReportDocument | undefined> | undefined;
  private timer: ReturnType<typeof setTimeout> | undefined;
  private readonly watchers = new Set<() => boolean>();
  private readonly changed = new EventEmitter<ReportDocument>();
  private readonly subscriptions: Disposable[];

  /** Fires with each new report. */
  readonly onDidChange = this.changed.event;

  constructor(private readonly client: BaseLanguageClient) {
    this.subscriptions = [
      this.changed,
      client.onNotification(REPORT_CHANGED_NOTIFICATION, () => this.setStale()),
      client.onDidChangeState(({ newState }) => {
        if (newState === State.Running) this.setStale();
      }),
    ];
  }

  /** The newest report, or undefined if none was asked for. It may be older than the files. */
  get document(): ReportDocument | undefined {
    return this.current;
  }

  /** A report of the files as they are now; undefined if the user cancels it. Its making is shown and can be cancelled. */
  load(): Promise<ReportDocument | undefined> {
    return this.request({
      location: ProgressLocation.Notification,
      title: l10n.t('Unigap: making the report'),
      cancellable: true,
    });
  }

  /**
   * Keeps the report up to date as long as `isWatching` says so.
   * To be followed by `refresh` when it begins to say so.
   */
  watch(isWatching: () => boolean): Disposable {
    this.watchers.add(isWatching);
    return { dispose: () => this.watchers.delete(isWatching) };
  }

  /** Makes the report again if there is one that is out of date and somebody looks at it. */
  refresh(): void {
    if (!this.isStale || !this.current || ![...this.watchers].some((isWatching) => isWatching())) return;
    // A failure is in the log already; the report that is shown stays.
    this.request({ location: { viewId: 'unigap.gaps' } }).catch(() => undefined);
  }

  dispose(): void {
    clearTimeout(this.timer);
    for (const one of this.subscriptions) one.dispose();
  }

  private setStale(): void {
    this.isStale = true;
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.refresh(), QUIET_MILLISECONDS);
  }

  private request(options: ProgressOptions): Promise<ReportDocument | undefined> {
    this.loading ??= this.requestOnce(options).finally(() => {
      this.loading = undefined;
      // Something may have changed while the report was made.
      if (this.isStale) this.setStale();
    });
    return this.loading;
  }

  private async requestOnce(options: ProgressOptions): Promise<ReportDocument | undefined> {
    this.isStale = false;
    const document = await longRequest<ReportDocument>(this.client, REPORT_REQUEST, options);
    // The user who cancels it does not want it made again at once: the next change does that.
    if (!document) return undefined;
    this.current = document;
    this.changed.fire(document);
    return document;
  }
}
