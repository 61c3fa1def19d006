/**
 * What the page runs in: VS Code, or a browser that shows the file alone.
 */
import { DOCUMENT_ELEMENT } from '#core/report/htmlReport.js';
import type { ReportDocument } from '#core/report/reportDocument.js';
import type { EditorMessage, PageMessage } from './messages.js';

export interface Host {
  /** Undefined where there is no editor: places are text then, and nothing is refreshed or exported. */
  readonly editor: Editor | undefined;
  /** What was kept of the page the last time; anything, since another version may have written it. */
  keptState(): unknown;
  keep(state: unknown): void;
}

export interface Editor {
  send(message: PageMessage): void;
  listen(receive: (message: EditorMessage) => void): void;
}

/** The part of VS Code's interface for web views that the page uses. */
interface VsCode {
  postMessage(message: unknown): void;
  getState(): unknown;
  setState(state: unknown): void;
}

declare const acquireVsCodeApi: (() => VsCode) | undefined;

export function currentHost(): Host {
  if (typeof acquireVsCodeApi !== 'function') {
    return { editor: undefined, keptState: () => undefined, keep: () => undefined };
  }
  const vscode = acquireVsCodeApi();
  return {
    editor: {
      send: (message) => vscode.postMessage(message),
      listen: (receive) =>
        window.addEventListener('message', (event: MessageEvent<EditorMessage>) => receive(event.data)),
    },
    keptState: () => vscode.getState(),
    keep: (state) => vscode.setState(state),
  };
}

/** The document that lies in the file itself. */
export function documentInFile(): ReportDocument | undefined {
  const text = document.getElementById(DOCUMENT_ELEMENT)?.textContent;
  return text ? (JSON.parse(text) as ReportDocument) : undefined;
}
