/**
 * All replacements of a document that mean the same on Linux, as one change.
 */
import type { CancellationToken, TextEdit } from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { Gap } from '#core/gaps/gap.js';
import { replacementsFor } from '#core/gaps/replacementsFor.js';
import { regionAround } from '#core/source/regionAround.js';
import { DocumentSyntax } from '../documentSyntax.js';
import type { Services } from '../services.js';
import { timeSlices } from '../timeSlices.js';
import { lineEnd } from './actionContext.js';
import { type ByteEdit, overlap } from './byteEdit.js';
import { includeLine } from './includeLine.js';
import { type ParsedRegion, plannedReplacement } from './plannedReplacement.js';

interface SafeEdit extends ByteEdit {
  readonly header: string | undefined;
}

/** A call within the arguments of one that is replaced waits for the next time. */
export async function safeReplacements(
  document: TextDocument,
  path: string,
  gaps: readonly Gap[],
  services: Services,
  token: CancellationToken,
): Promise<TextEdit[]> {
  const { knowledge } = services;
  const replaceable = gaps.filter(({ use }) => knowledge.replacements(use.feature).some(({ safe }) => safe));
  const syntax = replaceable.length > 0 && (await DocumentSyntax.of(document, path, services));
  if (!syntax) return [];
  const edits: SafeEdit[] = [];
  const pause = timeSlices(services.yieldTurn);
  for (const together of byRegion(replaceable, syntax)) {
    await pause();
    if (token.isCancellationRequested) return [];
    const found = syntax.around(together[0].use.start, (root, region) =>
      together.flatMap((gap) => safeEdit(gap, { syntax, root, region }, services) ?? []),
    );
    // Regions do not overlap.
    edits.push(...found.filter((edit, i) => !found.slice(0, i).some((one) => overlap(one, edit))));
  }
  const sound =
    edits.length === 0 || syntax.parsesAsWellWith(edits)
      ? edits
      : edits.filter((one) => syntax.parsesAsWellWith([one]));
  const headers = new Set(sound.flatMap(({ header }) => header ?? []));
  const includes = [...headers].flatMap((one) => includeLine(syntax.text, one, lineEnd(document)) ?? []);
  return [...includes, ...sound].map((edit) => syntax.textEdit(edit));
}

/** Gaps that one parse is enough for. */
function byRegion(gaps: readonly Gap[], { text }: DocumentSyntax): Gap[][] {
  const regions = new Map<number, Gap[]>();
  for (const gap of gaps) {
    const { start } = regionAround(text, gap.use.start);
    const known = regions.get(start);
    if (known) known.push(gap);
    else regions.set(start, [gap]);
  }
  return [...regions.values()];
}

function safeEdit(gap: Gap, parsed: ParsedRegion, { knowledge }: Services): SafeEdit | undefined {
  const feature = knowledge.features.get(gap.use.feature);
  if (!feature) return undefined;
  for (const { replacement } of replacementsFor(gap, knowledge)) {
    const { safe, header } = replacement;
    if (!safe) continue;
    const edit = plannedReplacement(gap, feature, replacement, parsed);
    if (edit) return { ...edit, header };
  }
  return undefined;
}
