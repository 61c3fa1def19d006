/**
 * Hovers over uses.
 */
import { type Hover, MarkupKind, type Position } from 'vscode-languageserver';
import {
  type HoverOptions,
  hoverMarkdown,
  hoverPlain,
  inactiveMarkdown,
  inactivePlain,
} from '#core/messages/hoverText.js';
import type { Use } from '#core/uses/use.js';
import { DocumentSyntax } from './documentSyntax.js';
import { outcomesAt } from './outcomes.js';
import type { Session } from './session.js';
import { useRange } from './useRange.js';

export function answerHovers(session: Session): void {
  session.connection.onHover(async ({ textDocument, position }): Promise<Hover | null> => {
    const place = await session.placeOf(textDocument.uri);
    if (!place) return null;
    const { folder, path } = place;
    const { told, suppressed } = folder.gapsOf(path);
    const here = [...told, ...suppressed.map(({ gap }) => gap)].filter(({ use }) => isAt(use, position));
    const [gap] = here;
    const { knowledge } = session.services;
    const standing: Pick<HoverOptions, 'targets' | 'standingOf'> = {
      targets: folder.settings.targets,
      standingOf: (use, target) => folder.standingOf(use, target),
    };
    const { showsMarkdown } = session.abilities;
    const kind = showsMarkdown ? MarkupKind.Markdown : MarkupKind.PlainText;
    if (!gap) {
      // A place that a condition leaves out on a target deserves an answer, too.
      const use = folder
        .gapsOf(path)
        .uses.find((one) => isAt(one, position) && knowledge.differs(one.feature));
      const value = use && (showsMarkdown ? inactiveMarkdown : inactivePlain)(use, knowledge, standing);
      return use && value !== undefined ? { contents: { kind, value }, range: useRange(use) } : null;
    }
    const document = session.documents.get(textDocument.uri);
    const syntax = document && (await DocumentSyntax.of(document, path, session.services));
    const options: Omit<HoverOptions, 'outcomeOf'> = {
      ...standing,
      pageOf: (feature) => session.abilities.pageOf(feature),
    };
    const render = showsMarkdown ? hoverMarkdown : hoverPlain;
    const separator = showsMarkdown ? '\n\n---\n\n' : '\n\n';
    return {
      contents: {
        kind,
        value: here
          .map((one) => render(one, knowledge, { ...options, outcomeOf: outcomesAt(one.use, syntax) }))
          .join(separator),
      },
      range: useRange(gap.use),
    };
  });
}

function isAt(use: Use, { line, character }: Position): boolean {
  const { start, end } = useRange(use);
  return start.line === line && start.character <= character && character <= end.character;
}
