/**
 * Actions that write something else instead of a feature: what is known to do the same, or the skeleton of a recipe.
 */
import { CodeActionKind, type WorkspaceEdit } from 'vscode-languageserver';
import { type FittingReplacement, replacementsFor } from '#core/gaps/replacementsFor.js';
import type { Replacement } from '#core/knowledge/knowledge.js';
import type { DocumentSyntax } from '../documentSyntax.js';
import { type ActionContext, type LazyAction, lineEnd } from './actionContext.js';
import type { ByteEdit } from './byteEdit.js';
import { includeLine } from './includeLine.js';
import { guardedReplacement, plannedReplacement } from './plannedReplacement.js';
import { skeletonComment } from './skeletonComment.js';
import { targetMacro } from './targetMacro.js';

/** Those that fit the place and close the gap on a target of the folder. */
export function replacementActions(context: ActionContext): LazyAction[] {
  const { gap, session, syntax } = context;
  const { knowledge } = session.services;
  const feature = knowledge.features.get(gap.use.feature);
  const wanted = replacementsFor(gap, knowledge);
  if (!feature || !syntax) return [];
  return wanted.flatMap((fitting) => {
    const { replacement } = fitting;
    const { edit, guarded } = replacement;
    if ('skeleton' in edit) return skeletonAction(context, replacement, edit.skeleton, syntax);
    const planned = syntax.around(gap.use.start, (root, region) =>
      plannedReplacement(gap, feature, replacement, { syntax, root, region }),
    );
    if (!planned) return [];
    return guarded
      ? guardedActions(context, fitting, planned, syntax)
      : plainAction(context, replacement, planned, syntax);
  });
}

function plainAction(
  context: ActionContext,
  replacement: Replacement,
  planned: ByteEdit,
  syntax: DocumentSyntax,
): LazyAction[] {
  const { title, safe, header } = replacement;
  const action = {
    title,
    kind: CodeActionKind.QuickFix,
    diagnostics: [context.diagnostic],
    ...(safe ? { isPreferred: true } : {}),
  };
  return [{ action, edit: async () => checkedEdit(context, [planned], header, syntax) }];
}

/** One for each target whose build can be told from others. */
function guardedActions(
  context: ActionContext,
  { replacement, targets }: FittingReplacement,
  planned: ByteEdit,
  syntax: DocumentSyntax,
): LazyAction[] {
  const { session, folder, document, diagnostic } = context;
  const { title, header } = replacement;
  return targets.flatMap((id): LazyAction[] => {
    const info = session.services.knowledge.targets.get(id);
    const macro = info && targetMacro(info, folder.settings);
    const edits = macro && guardedReplacement(planned, macro, syntax, lineEnd(document));
    if (!edits) return [];
    const action = {
      title: `${title} (#if defined(${macro}))`,
      kind: CodeActionKind.RefactorRewrite,
      diagnostics: [diagnostic],
    };
    return [{ action, edit: async () => checkedEdit(context, edits, header, syntax) }];
  });
}

function skeletonAction(
  context: ActionContext,
  { title }: Replacement,
  slug: string,
  syntax: DocumentSyntax,
): LazyAction[] {
  const { gap, session, document, diagnostic } = context;
  const note = session.services.knowledge.noteMarkdown(slug) ?? '';
  const comment = skeletonComment(syntax, gap.use, slug, note, lineEnd(document));
  if (!comment) return [];
  const action = {
    title: `${title} (a comment)`,
    kind: CodeActionKind.Refactor,
    diagnostics: [diagnostic],
  };
  return [{ action, edit: async () => checkedEdit(context, [comment], undefined, syntax) }];
}

/** With the header that it needs; undefined if the text would not be understood any more. */
function checkedEdit(
  { document }: ActionContext,
  edits: readonly ByteEdit[],
  header: string | undefined,
  syntax: DocumentSyntax,
): WorkspaceEdit | undefined {
  if (!syntax.parsesAsWellWith(edits)) return undefined;
  const include = header === undefined ? undefined : includeLine(syntax.text, header, lineEnd(document));
  const all = include ? [include, ...edits] : edits;
  return { changes: { [document.uri]: all.map((edit) => syntax.textEdit(edit)) } };
}
