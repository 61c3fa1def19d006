/**
 * How a text is put into the reader's language. Code that knows no vscode is handed one; the rest uses
 * `vscode.l10n.t`, which is one. `{0}` stands for the first argument.
 */
export type Translate = (message: string, ...args: (string | number | boolean)[]) => string;
