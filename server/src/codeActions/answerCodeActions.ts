/**
 * Code actions: for each gap of the range what can be done about it, and one action that does all that is safe.
 */
import {
  type CancellationToken,
  type CodeAction,
  CodeActionKind,
  type CodeActionParams,
  type Diagnostic,
  type TextEdit,
} from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import { type DiagnosticData, UNUSED_SUPPRESSION } from '../diagnostics.js';
import { DocumentSyntax } from '../documentSyntax.js';
import type { Place } from '../folders.js';
import { OPEN_FEATURE_COMMAND } from '../protocol.js';
import type { Session } from '../session.js';
import { timeSlices } from '../timeSlices.js';
import type { ActionContext, LazyAction } from './actionContext.js';
import { askedDiagnostics } from './askedDiagnostics.js';
import { FIX_ALL } from './fixAllKind.js';
import { guardActions } from './guardActions.js';
import { probeActions } from './probeActions.js';
import { replacementActions } from './replacementActions.js';
import { safeReplacements } from './safeReplacements.js';
import { settingActions } from './settingActions.js';
import { suppressActions } from './suppressActions.js';
import { removal, unusedSuppressionAction } from './unusedSuppressionActions.js';

/** Kinds of the actions for a diagnostic. */
const KINDS = [CodeActionKind.QuickFix, CodeActionKind.Refactor, CodeActionKind.RefactorRewrite];

/** What a client gives back when it wants the edit of an action. */
interface ResolveData {
  readonly uri: string;
  readonly version: number;
  readonly title: string;
  readonly diagnostic: Diagnostic;
}

export function answerCodeActions(session: Session): void {
  const { connection, abilities } = session;

  connection.onCodeAction(async (params: CodeActionParams, token): Promise<CodeAction[]> => {
    const { textDocument, context } = params;
    const text = await readText(session, textDocument.uri);
    if (!text) return [];
    const { document } = text;
    const { version } = document;
    const isWanted = (kind: string): boolean =>
      !context.only || context.only.some((only) => kind === only || kind.startsWith(`${only}.`));
    const actions: CodeAction[] = [];
    const pause = timeSlices(session.services.yieldTurn);
    for (const diagnostic of KINDS.some(isWanted) ? askedDiagnostics(params, text.place, session) : []) {
      await pause();
      // What was found is of a text that is no more.
      if (token.isCancellationRequested || document.version !== version) return [];
      for (const lazy of lazyActions(session, text, diagnostic)) {
        if (!isWanted(lazy.action.kind ?? CodeActionKind.QuickFix)) continue;
        const action = await offered(lazy, document, diagnostic);
        if (action) actions.push(action);
      }
    }
    if (context.only && isWanted(FIX_ALL))
      actions.push(...(await fixAll(session, text.place, document, token)));
    return actions;
  });

  connection.onCodeActionResolve(async (action): Promise<CodeAction> => {
    const data = action.data as ResolveData | undefined;
    const text = data && (await readText(session, data.uri));
    // The text has changed: what would be edited is not what was asked for.
    if (!text || text.document.version !== data.version) return action;
    const lazy = lazyActions(session, text, data.diagnostic).find((one) => one.action.title === data.title);
    const edit = await lazy?.edit?.();
    return edit ? { ...action, edit } : action;
  });

  async function offered(
    lazy: LazyAction,
    document: TextDocument,
    diagnostic: Diagnostic,
  ): Promise<CodeAction | undefined> {
    const { action, edit } = lazy;
    if (!edit) return action.disabled && !abilities.showsDisabled ? undefined : action;
    if (abilities.resolvesEdits) {
      const { uri, version } = document;
      return { ...action, data: { uri, version, title: action.title, diagnostic } satisfies ResolveData };
    }
    const made = await edit();
    return made && { ...action, edit: made };
  }
}

/** An open document as it was read. */
interface ReadText {
  readonly place: Place;
  readonly document: TextDocument;
  readonly syntax: DocumentSyntax | undefined;
}

async function readText(session: Session, uri: string): Promise<ReadText | undefined> {
  const document = session.documents.get(uri);
  const place = document && (await session.placeOf(uri));
  if (!place) return undefined;
  const { version } = document;
  const syntax = await DocumentSyntax.of(document, place.path, session.services);
  return document.version === version ? { place, document, syntax } : undefined;
}

/** All actions for one diagnostic of ours. */
function lazyActions(
  session: Session,
  { place, document, syntax }: ReadText,
  diagnostic: Diagnostic,
): LazyAction[] {
  const gaps = place.folder.gapsOf(place.path);
  if (diagnostic.code === UNUSED_SUPPRESSION) return unusedSuppressionAction(document, gaps, diagnostic);
  const data = diagnostic.data as DiagnosticData | undefined;
  const { line, character } = diagnostic.range.start;
  const gap = gaps.told.find(
    ({ use }) =>
      use.feature === (data?.feature ?? diagnostic.code) &&
      use.line === (data?.line ?? line) &&
      use.column === (data?.column ?? character),
  );
  if (!gap) return [];
  const context: ActionContext = {
    session,
    folder: place.folder,
    path: place.path,
    document,
    syntax,
    gap,
    diagnostic,
  };
  // What is no source has neither replacements nor a preprocessor.
  const changes = gap.use.operation
    ? [...probeActions(context), ...settingActions(context)]
    : [...replacementActions(context), ...guardActions(context)];
  return [...changes, ...suppressActions(context), ...explainAction(context)];
}

function explainAction({ session, gap, diagnostic }: ActionContext): LazyAction[] {
  if (session.abilities.pageScheme === undefined) return [];
  const title = `Explain ${gap.use.feature}`;
  const command = { title, command: OPEN_FEATURE_COMMAND, arguments: [gap.use.feature] };
  return [{ action: { title, kind: CodeActionKind.QuickFix, diagnostics: [diagnostic], command } }];
}

/** What is safe to do without a look at each: replacements that mean the same, and suppressions that nothing needs. */
async function fixAll(
  session: Session,
  place: Place,
  document: TextDocument,
  token: CancellationToken,
): Promise<CodeAction[]> {
  const { told, unused } = place.folder.gapsOf(place.path);
  const { version } = document;
  const replacements = await safeReplacements(document, place.path, told, session.services, token);
  // What was found is of a text that is no more.
  if (document.version !== version) return [];
  const edits: TextEdit[] = [...replacements, ...unused.flatMap((one) => removal(document, one) ?? [])];
  if (edits.length === 0) return [];
  return [
    { title: 'Fix all that is safe (Unigap)', kind: FIX_ALL, edit: { changes: { [document.uri]: edits } } },
  ];
}
