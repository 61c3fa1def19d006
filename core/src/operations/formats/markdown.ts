/**
 * Prose in Markdown: fenced blocks of shell, and lines behind a prompt. What else stands there is no command.
 */
import type { FoundOperations, Span } from '../foundOperations.js';
import { onlySpans } from '../maskedText.js';
import type { ShellReader } from '../shell/shellReader.js';

const SHELL = /^(?:sh|bash|shell|zsh|ksh)$/i;
const CONSOLE = /^(?:console|shell-?session|terminal|sh-session|shellsession)$/i;

interface Fence {
  readonly sign: string;
  readonly kind: 'shell' | 'console' | 'unnamed' | 'other';
}

export function readMarkdown(text: string, found: FoundOperations, shell: ShellReader): void {
  const commands: Span[] = [];
  let fence: Fence | undefined;
  let goesOn = false;
  let start = 0;
  for (const line of text.split('\n')) {
    const end = start + line.length;
    const mark = /^[\s>]*(`{3,}|~{3,})\s*\{?\.?([\w-]*)/.exec(line);
    if (fence) {
      if (mark?.[1].startsWith(fence.sign) && /^[\s>]*[`~]+\s*$/.test(line)) fence = undefined;
      else {
        const from = commandFrom(line, fence, goesOn);
        goesOn = from !== undefined && line.endsWith('\\');
        if (from !== undefined) commands.push({ start: start + from, end });
      }
    } else if (mark) {
      fence = { sign: mark[1], kind: kindOf(mark[2]) };
      goesOn = false;
    } else {
      // An indented block, told by its prompt.
      const prompt = /^(?: {4,}|\t)\s*[$#]\s+(?=\S)/.exec(line);
      if (prompt) commands.push({ start: start + prompt[0].length, end });
    }
    start = end + 1;
  }
  shell.read({ text: onlySpans(text, commands), base: 0, occasion: 'runbook' }, found);
}

function kindOf(language: string): Fence['kind'] {
  if (language === '') return 'unnamed';
  if (SHELL.test(language)) return 'shell';
  return CONSOLE.test(language) ? 'console' : 'other';
}

/** Where a command begins in a line of a block; undefined where the line is output, or of another language. */
function commandFrom(line: string, { kind }: Fence, goesOn: boolean): number | undefined {
  if (kind === 'other') return undefined;
  if (goesOn) return 0;
  const prompt = /^[\s>]*(?:[\w.@~:/-]*[$#]|>)\s+/.exec(line);
  // A comment of a script begins as the prompt of root does.
  const isComment = kind === 'shell' && /^\s*#/.test(line);
  if (prompt && !isComment) return prompt[0].length;
  return kind === 'shell' ? 0 : undefined;
}
