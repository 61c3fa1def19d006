/**
 * Feature pages: Markdown that the server writes, as documents of the scheme `unigap`, shown rendered.
 */
import { type CancellationToken, commands, Disposable, l10n, Uri, window, workspace } from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { FEATURE_PAGE_REQUEST, type FeaturePageParams, OPEN_FEATURE_COMMAND } from '#server/protocol.js';
import { featureOfPath, PAGE_SCHEME, pagePath } from './featureUri.js';

export function registerFeaturePages(client: BaseLanguageClient): Disposable {
  return Disposable.from(
    workspace.registerTextDocumentContentProvider(PAGE_SCHEME, {
      provideTextDocumentContent: ({ path }, token) => pageText(client, featureOfPath(path), token),
    }),
    commands.registerCommand(OPEN_FEATURE_COMMAND, openFeature),
  );
}

async function pageText(
  client: BaseLanguageClient,
  feature: string | undefined,
  token: CancellationToken,
): Promise<string> {
  if (feature !== undefined) {
    const params: FeaturePageParams = { feature };
    const page = await client.sendRequest<string | null>(FEATURE_PAGE_REQUEST, params, token);
    if (page !== null) return page;
  }
  return l10n.t('Nothing is known of this feature.');
}

async function openFeature(feature: string): Promise<void> {
  const uri = Uri.from({ scheme: PAGE_SCHEME, path: pagePath(feature) });
  try {
    await commands.executeCommand('markdown.showPreview', uri);
  } catch {
    // The preview is an extension of its own, which may be disabled.
    await window.showTextDocument(uri, { preview: true });
  }
}
