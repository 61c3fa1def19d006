/**
 * An exec probe of a manifest becomes one over the network, where its command shows the port.
 */
import { CodeActionKind } from 'vscode-languageserver';
import { probeReplacement } from '#core/operations/formats/probeReplacement.js';
import type { ActionContext, LazyAction } from './actionContext.js';

const PROBES = new Set(['practice/exec-probe', 'practice/exec-hook']);

export function probeActions({ gap, syntax, document, diagnostic }: ActionContext): LazyAction[] {
  if (!PROBES.has(gap.use.feature) || !syntax) return [];
  const replacement = probeReplacement(syntax.text, gap.use.start);
  if (!replacement) return [];
  const title = `Ask with ${replacement.kind} instead`;
  const action = { title, kind: CodeActionKind.QuickFix, diagnostics: [diagnostic] };
  const edit = syntax.textEdit(replacement);
  return [{ action, edit: async () => ({ changes: { [document.uri]: [edit] } }) }];
}
