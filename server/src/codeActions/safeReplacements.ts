/**
 * All replacements of a document that mean the same on Linux, as one change.
 */
import type { TextEdit } from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { Gap } from '#core/gaps/gap.js';
import { replacementsFor } from '#core/gaps/replacementsFor.js';
import { DocumentSyntax } from '../documentSyntax.js';
import type { Services } from '../services.js';
import { lineEnd } from './actionContext.js';
import { type ByteEdit, overlap } from './byteEdit.js';
import { includeLine } from './includeLine.js';
import { plannedReplacement } from './plannedReplacement.js';

interface SafeEdit extends ByteEdit {
  readonly header: string | undefined;
}

/** A call within the arguments of one that is replaced waits for the next time. */
export async function safeReplacements(
  document: TextDocument,
  path: string,
  gaps: readonly Gap[],
  services: Services,
): Promise<TextEdit[]> {
  const { knowledge } = services;
  const replaceable = gaps.filter(({ use }) => knowledge.replacements(use.feature).some(({ safe }) => safe));
  const syntax = replaceable.length > 0 && (await DocumentSyntax.of(document, path, services));
  if (!syntax) return [];
  const edits: SafeEdit[] = [];
  for (const gap of replaceable) {
    const edit = safeEdit(gap, syntax, services);
    if (edit && !edits.some((one) => overlap(one, edit))) edits.push(edit);
  }
  const sound =
    edits.length === 0 || syntax.parsesAsWellWith(edits)
      ? edits
      : edits.filter((one) => syntax.parsesAsWellWith([one]));
  const headers = new Set(sound.flatMap(({ header }) => header ?? []));
  const includes = [...headers].flatMap((one) => includeLine(syntax.text, one, lineEnd(document)) ?? []);
  return [...includes, ...sound].map((edit) => syntax.textEdit(edit));
}

function safeEdit(gap: Gap, syntax: DocumentSyntax, { knowledge }: Services): SafeEdit | undefined {
  const feature = knowledge.features.get(gap.use.feature);
  if (!feature) return undefined;
  for (const { replacement } of replacementsFor(gap, knowledge)) {
    const { safe, header } = replacement;
    if (!safe) continue;
    const edit = plannedReplacement(gap, feature, replacement, syntax);
    if (edit) return { ...edit, header };
  }
  return undefined;
}
