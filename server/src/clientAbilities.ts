/**
 * What the client said that it can do.
 */
import { type ClientCapabilities, MarkupKind } from 'vscode-languageserver';
import type { InitializationOptions } from './protocol.js';

export class ClientAbilities {
  constructor(
    private readonly client: ClientCapabilities,
    options: InitializationOptions,
  ) {
    this.pageScheme = options.pageScheme;
  }

  /** Scheme of addresses under which the client shows pages of features; undefined if it does not. */
  readonly pageScheme: string | undefined;

  get pullsDiagnostics(): boolean {
    return this.client.textDocument?.diagnostic !== undefined;
  }

  get refreshesDiagnostics(): boolean {
    return this.client.workspace?.diagnostics?.refreshSupport === true;
  }

  get refreshesLenses(): boolean {
    return this.client.workspace?.codeLens?.refreshSupport === true;
  }

  get showsMarkdown(): boolean {
    return this.client.textDocument?.hover?.contentFormat?.includes(MarkupKind.Markdown) === true;
  }

  get showsProgress(): boolean {
    return this.client.window?.workDoneProgress === true;
  }

  get hasConfiguration(): boolean {
    return this.client.workspace?.configuration === true;
  }

  get registersConfiguration(): boolean {
    return this.client.workspace?.didChangeConfiguration?.dynamicRegistration === true;
  }

  get registersWatchers(): boolean {
    return this.client.workspace?.didChangeWatchedFiles?.dynamicRegistration === true;
  }

  get hasFolders(): boolean {
    return this.client.workspace?.workspaceFolders === true;
  }

  /** Whether actions may leave their edits for a later request. */
  get resolvesEdits(): boolean {
    return this.client.textDocument?.codeAction?.resolveSupport?.properties.includes('edit') === true;
  }

  /** Whether an action that cannot be done now may be offered with its reason. */
  get showsDisabled(): boolean {
    return this.client.textDocument?.codeAction?.disabledSupport === true;
  }

  /** Whether an edit may make a file. */
  get createsFiles(): boolean {
    return this.client.workspace?.workspaceEdit?.resourceOperations?.includes('create') === true;
  }

  pageOf(feature: string): string | undefined {
    return this.pageScheme === undefined
      ? undefined
      : `${this.pageScheme}:/${feature.split('/').map(encodeURIComponent).join('/')}.md`;
  }
}
