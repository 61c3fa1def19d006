/**
 * The commands of a shell script, by the grammar of Bash.
 */
import type { SyntaxEngine, SyntaxNode } from '../../engine/engine.js';
import { CommandWords } from '../../uses/commandWords.js';
import type { FoundOperations, FoundRun } from '../foundOperations.js';
import type { Occasion } from '../operationsFacts.js';

export class ShellReader {
  /** @param engine undefined where nothing is looked for in the text: then no command of it is read. */
  constructor(private readonly engine: SyntaxEngine | undefined) {}

  /**
   * Takes the commands of a text into `found`.
   * @param base offset of the text in its file: the places are those in the file.
   * @param group offset of what the commands belong to; each to itself if it is left out.
   */
  read(text: string, base: number, occasion: Occasion, found: FoundOperations, group?: number): void {
    if (!this.engine) return;
    const tree = this.engine.parse('bash', text);
    try {
      const visit = (node: SyntaxNode): void => {
        if (node.type === 'command') {
          for (const run of runsOf(node, base, occasion, group)) found.runs.push(run);
        }
        for (let i = 0; i < node.childCount; i++) {
          const child = node.child(i);
          if (child) visit(child);
        }
      };
      visit(tree.rootNode);
    } finally {
      tree.delete();
    }
  }
}

/** The program of a command, and those that it starts in turn: `sudo`, `timeout`, `ps`. */
function runsOf(command: SyntaxNode, base: number, occasion: Occasion, group?: number): FoundRun[] {
  const name = command.childForFieldName('name');
  if (!name) return [];
  const nodes = [name];
  for (let i = 0; i < command.childCount; i++) {
    const child = command.child(i);
    if (child && child.startIndex >= name.endIndex && !child.type.endsWith('redirect')) nodes.push(child);
  }
  const texts = nodes.map(wordText);
  const starts = [0];
  const reader = new CommandWords();
  reader.begin(baseName(texts[0] ?? ''));
  for (let i = 1; i < nodes.length; i++) {
    if (reader.next(texts[i]) !== 'program') continue;
    starts.push(i);
    reader.begin(baseName(texts[i] ?? ''));
  }
  const found: FoundRun[] = [];
  const through: string[] = [];
  for (const at of starts) {
    const text = texts[at];
    if (text === undefined) break;
    const node = nodes[at];
    const start = base + node.startIndex;
    found.push({
      start,
      end: base + node.endIndex,
      name: baseName(text),
      written: node.text,
      words: texts.slice(at + 1),
      through: [...through],
      occasion,
      group: group ?? start,
      guard: undefined,
    });
    through.push(baseName(text));
  }
  return found;
}

/** A word without its quotes; undefined where it holds what only a run can tell. */
function wordText(node: SyntaxNode): string | undefined {
  const text = node.text;
  if (/[$`]/.test(text) && node.type !== 'raw_string') return undefined;
  return text.replace(/^(['"])(.*)\1$/s, '$2').replace(/\\(.)/gs, '$1');
}

function baseName(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1);
}
