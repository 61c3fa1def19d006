/**
 * Hovers over uses.
 */
import { type Hover, MarkupKind, type Position } from 'vscode-languageserver';
import type { Gap } from '#core/gaps/gap.js';
import { type HoverOptions, hoverMarkdown, hoverPlain } from '#core/messages/hoverText.js';
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
    const here = [...told, ...suppressed.map(({ gap }) => gap)].filter((gap) => contains(gap, position));
    const [gap] = here;
    if (!gap) return null;
    const { knowledge } = session.services;
    const document = session.documents.get(textDocument.uri);
    const syntax = document && (await DocumentSyntax.of(document, path, session.services));
    const options: Omit<HoverOptions, 'outcomeOf'> = {
      targets: folder.settings.targets,
      pageOf: (feature) => session.abilities.pageOf(feature),
    };
    const render = session.abilities.showsMarkdown ? hoverMarkdown : hoverPlain;
    const separator = session.abilities.showsMarkdown ? '\n\n---\n\n' : '\n\n';
    return {
      contents: {
        kind: session.abilities.showsMarkdown ? MarkupKind.Markdown : MarkupKind.PlainText,
        value: here
          .map((one) => render(one, knowledge, { ...options, outcomeOf: outcomesAt(one.use, syntax) }))
          .join(separator),
      },
      range: useRange(gap.use),
    };
  });
}

function contains({ use }: Gap, { line, character }: Position): boolean {
  const { start, end } = useRange(use);
  return start.line === line && start.character <= character && character <= end.character;
}
