/**
 * Dockerfiles: what an image runs, as whom, and how it is asked whether it is well. What is run to build the image runs
 * elsewhere.
 */
import type { FoundOperations, Span } from '../foundOperations.js';
import { blank, withoutTemplates } from '../maskedText.js';
import type { Occasion } from '../operationsFacts.js';
import type { ShellReader } from '../shell/shellReader.js';
import { startPractices } from '../startPractices.js';
import { shellOfList } from './execForm.js';

interface Instruction extends Span {
  readonly name: string;
  /** Behind the name; comments and the signs that join lines are blotted out. */
  readonly text: string;
  readonly textStart: number;
}

export function readDockerfile(text: string, found: FoundOperations, shell: ShellReader): void {
  const all = [...instructionsIn(withoutTemplates(text))];
  // Stages before the last one only give files to it.
  const last = all.findLastIndex(({ name }) => name === 'FROM');
  for (const [index, instruction] of all.entries()) {
    if (instruction.name === 'RUN') command(instruction, 'image-build', found, shell);
    if (index < last) continue;
    if (instruction.name === 'USER') runAs(instruction, found);
    if (instruction.name === 'HEALTHCHECK') healthCheck(instruction, found, shell);
  }
  // Of several the last one counts; an entry point gets the command as its arguments.
  const entry = all.findLast(({ name }, index) => name === 'ENTRYPOINT' && index >= last);
  const program = all.findLast(({ name }, index) => name === 'CMD' && index >= last);
  const start = entry ?? program;
  if (!start) return;
  command(start, 'start', found, shell);
  startPractices(start.text, start.textStart, found);
}

/** @returns the text of the command as a shell reads it. */
function command(
  { text, textStart }: Pick<Instruction, 'text' | 'textStart'>,
  occasion: Occasion,
  found: FoundOperations,
  shell: ShellReader,
  group?: number,
): void {
  const read = shellOfList(text) ?? text;
  shell.read({ text: read, base: textStart, occasion, ...(group === undefined ? {} : { group }) }, found);
}

function healthCheck(instruction: Instruction, found: FoundOperations, shell: ShellReader): void {
  const { text, textStart, start, end } = instruction;
  const options = /^\s*(?:--\S+\s+)*CMD\b/i.exec(text)?.[0];
  if (options === undefined) return; // NONE
  const inner = { text: text.slice(options.length), textStart: textStart + options.length };
  found.practices.push({
    start,
    end: start + 'HEALTHCHECK'.length,
    feature: 'practice/exec-healthcheck',
    group: start,
  });
  command(inner, 'probe', found, shell, end > start ? start : undefined);
}

function runAs({ text, textStart }: Instruction, found: FoundOperations): void {
  const user = /\S+/.exec(text);
  if (!user || /^(?:root|0)(?::|$)/.test(user[0])) return;
  const start = textStart + user.index;
  found.practices.push({
    start,
    end: start + user[0].length,
    feature: 'practice/run-as-user',
    group: start,
  });
}

function* instructionsIn(text: string): Generator<Instruction> {
  const joiner = /^\s*#\s*escape\s*=\s*(\S)/m.exec(text.slice(0, 200))?.[1] ?? '\\';
  const lines = text.split('\n');
  let offset = 0;
  for (let i = 0; i < lines.length; i++) {
    const start = offset;
    let whole = lines[i];
    offset += lines[i].length + 1;
    if (/^\s*(?:#|$)/.test(whole)) continue;
    const goesOn = (line: string): boolean => line.trimEnd().endsWith(joiner);
    for (let line = whole; goesOn(line) && i + 1 < lines.length; ) {
      line = lines[++i];
      offset += line.length + 1;
      // A comment between joined lines is none of theirs, and ends nothing.
      whole += `\n${/^\s*#/.test(line) ? `${' '.repeat(Math.max(0, line.length - 1))}${joiner}`.slice(0, line.length) : line}`;
      if (/^\s*(?:#|$)/.test(line)) line = joiner;
    }
    const document = /<<-?\s*["']?(\w+)["']?/.exec(whole)?.[1];
    if (document !== undefined) {
      while (i + 1 < lines.length) {
        const line = lines[++i];
        whole += `\n${line}`;
        offset += line.length + 1;
        if (line.trim() === document) break;
      }
    }
    const head = /^(\s*)([A-Za-z]+)\s+/.exec(whole);
    if (!head) continue;
    const textStart = start + head[0].length;
    const rest = whole.slice(head[0].length).replaceAll(`${joiner}\n`, joiner === '\\' ? '\\\n' : ' \n');
    yield {
      name: head[2].toUpperCase(),
      text: joiner === '\\' ? rest : rest.replaceAll(joiner, blank(joiner)),
      textStart,
      start: start + head[1].length,
      end: start + whole.length,
    };
  }
}
