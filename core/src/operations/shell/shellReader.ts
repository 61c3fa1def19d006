/**
 * The commands of a shell script, by the grammar of Bash.
 */
import type { SyntaxEngine, SyntaxNode } from '../../engine/engine.js';
import { baseName } from '../../source/baseName.js';
import { CommandWords } from '../../uses/commandWords.js';
import type { FoundOperations } from '../foundOperations.js';
import { withoutTemplates } from '../maskedText.js';
import type { Occasion } from '../operationsFacts.js';
import { carriedCommand } from './remoteCommand.js';
import { guardAround } from './shellGuard.js';
import { ShellNames } from './shellNames.js';

/** Where a text of commands stands, and what it is for. */
export interface ShellText {
  readonly text: string;
  /** Offset of the text in its file: places are those in the file. */
  readonly base: number;
  readonly occasion: Occasion;
  /** Offset of what the commands belong to; each to itself if it is left out. */
  readonly group?: number;
  /** Variables that are set around the text. */
  readonly variables?: ReadonlyMap<string, string | undefined>;
  /** Programs by which the text is brought to where it is run. */
  readonly through?: readonly string[];
}

/** Command lines within command lines are read so deep. */
const DEEPEST = 6;

/** Builtins whose first word is a command line. */
const LINE_BUILTINS = new Set(['eval', 'trap']);

/** Programs that read commands from what they are fed. */
const FED = /^(?:ba|da|a|k|mk|z)?sh$|^ssh$/;

export class ShellReader {
  /**
   * @param engine undefined where nothing is looked for in the text: then no command of it is read.
   * @param isLookedFor whether a text names a program that is looked for.
   */
  constructor(
    private readonly engine: SyntaxEngine | undefined,
    readonly isLookedFor: (text: string) => boolean,
  ) {}

  /** Takes the commands of a text into `found`. */
  read(shell: ShellText, found: FoundOperations, depth = 0): void {
    if (!this.engine || depth > DEEPEST || !this.isLookedFor(shell.text)) return;
    const tree = this.engine.parse('bash', withoutTemplates(shell.text));
    try {
      const nodes = present(tree.rootNode.descendantsOfType(ASKED));
      const broken = present(tree.rootNode.descendantsOfType(['ERROR']));
      new ScriptReader(this, shell, found, new ShellNames(nodes, shell.variables), depth).all(nodes, broken);
    } finally {
      tree.delete();
    }
  }
}

/** Types of the nodes that say something. */
const ASKED = ['command', 'redirected_statement', 'variable_assignment', 'function_definition'];

function present(nodes: readonly (SyntaxNode | null)[]): SyntaxNode[] {
  return nodes.filter((node) => node !== null);
}

class ScriptReader {
  constructor(
    private readonly reader: ShellReader,
    private readonly shell: ShellText,
    private readonly found: FoundOperations,
    private readonly names: ShellNames,
    private readonly depth: number,
  ) {}

  /** @param broken what the grammar does not understand. */
  all(nodes: readonly SyntaxNode[], broken: readonly SyntaxNode[]): void {
    const parts = broken.filter((node) => node.text.includes('\n'));
    const isIn = (node: SyntaxNode): boolean =>
      parts.some((part) => node.startIndex >= part.startIndex && node.endIndex <= part.endIndex);
    let end = -1;
    for (const part of parts) {
      if (part.startIndex < end) continue;
      end = part.endIndex;
      this.lineByLine(part);
    }
    for (const node of nodes) {
      if (parts.length > 0 && isIn(node)) continue;
      if (node.type === 'command') this.command(node);
      else if (node.type === 'redirected_statement') this.fed(node);
    }
  }

  /** What the grammar cannot take together is read a line at a time: one that is broken silences no other. */
  private lineByLine(node: SyntaxNode): void {
    const { base, ...shell } = this.shell;
    let at = base + node.startIndex;
    for (const text of node.text.split('\n')) {
      this.reader.read({ ...shell, text, base: at }, this.found, this.depth + 1);
      at += text.length + 1;
    }
  }

  /** The program of a command, and those that it starts in turn: `sudo`, `timeout`, `ps`. */
  private command(command: SyntaxNode): void {
    const { text } = command;
    // A variable may hold the name of a program.
    if (!/^\s*["']?\$/.test(text) && !this.reader.isLookedFor(text)) return;
    const nodes = wordsOf(command);
    if (nodes.length === 0) return;
    const texts = nodes.map((node) => this.names.textOf(node));
    if (texts[0] === undefined || this.names.isFunction(texts[0])) return;
    if (LINE_BUILTINS.has(texts[0])) {
      if (nodes[1]) this.line(nodes[1], this.shell.through ?? []);
      return;
    }
    this.started(command, nodes, texts, 0, [...(this.shell.through ?? [])]);
  }

  private started(
    command: SyntaxNode,
    nodes: readonly SyntaxNode[],
    texts: readonly (string | undefined)[],
    at: number,
    through: string[],
  ): void {
    const text = texts[at];
    if (text === undefined) return;
    const name = baseName(text);
    const words = texts.slice(at + 1);
    this.add(command, nodes[at], name, words, through);
    const inside = [...through, name];
    const carried = carriedCommand(name, words);
    if (carried) {
      const first = at + 1 + carried.at;
      if (carried.isLine) for (const node of nodes.slice(first)) this.line(node, inside, first, nodes, texts);
      else this.started(command, nodes, texts, first, inside);
      return;
    }
    const reader = new CommandWords();
    reader.begin(name);
    for (let i = at + 1; i < nodes.length; i++) {
      const role = reader.next(texts[i]);
      if (role === 'line') this.line(nodes[i], inside);
      else if (role === 'program') {
        this.started(command, nodes, texts, i, inside);
        return;
      }
    }
  }

  /** A word that a shell reads in its turn; of several words of one line the first begins a command. */
  private line(
    node: SyntaxNode,
    through: readonly string[],
    first?: number,
    nodes: readonly SyntaxNode[] = [],
    texts: readonly (string | undefined)[] = [],
  ): void {
    const isQuoted = node.type === 'string' || node.type === 'raw_string';
    if (isQuoted) {
      const text = node.text.slice(1, -1);
      const base = this.shell.base + node.startIndex + 1;
      const { occasion, group } = this.shell;
      const inner: ShellText = { text, base, occasion, through, ...(group === undefined ? {} : { group }) };
      this.reader.read(inner, this.found, this.depth + 1);
    } else if (first !== undefined && node === nodes[first]) {
      this.started(node.parent ?? node, nodes, texts, first, [...through]);
    }
  }

  private add(
    command: SyntaxNode,
    node: SyntaxNode,
    name: string,
    words: readonly (string | undefined)[],
    through: readonly string[],
  ): void {
    // What is no name of a program was put together in a way that only a run can tell.
    if (!/^[\w.+-]+$/.test(name)) return;
    const { base, occasion, group } = this.shell;
    const start = base + node.startIndex;
    const end = base + node.endIndex;
    const guard = guardAround(command, name);
    this.found.runs.push({ start, end, name, words, through, occasion, group: group ?? start, guard });
  }

  /** `bash <<EOF`: what is fed to a shell is read, any other text is data. */
  private fed(statement: SyntaxNode): void {
    const body = statement.childForFieldName('body');
    const words = body?.type === 'command' ? wordsOf(body).map((node) => this.names.textOf(node)) : [];
    const program = words.findLast((word) => word !== undefined && FED.test(baseName(word)));
    if (program === undefined) return;
    for (let i = 0; i < statement.childCount; i++) {
      const redirect = statement.child(i);
      if (redirect?.type !== 'heredoc_redirect') continue;
      for (let k = 0; k < redirect.childCount; k++) {
        const text = redirect.child(k);
        if (text?.type !== 'heredoc_body') continue;
        const { base, occasion, group, through = [] } = this.shell;
        this.reader.read(
          {
            text: text.text,
            base: base + text.startIndex,
            occasion,
            through: [...through, baseName(program)],
            ...(group === undefined ? {} : { group }),
          },
          this.found,
          this.depth + 1,
        );
      }
    }
  }
}

/** The name of a command and the words behind it, without redirections and assignments. */
function wordsOf(command: SyntaxNode): SyntaxNode[] {
  const name = command.childForFieldName('name');
  if (!name) return [];
  const nodes = [name.child(0) ?? name];
  for (let i = 0; i < command.childCount; i++) {
    const child = command.child(i);
    if (child && child.startIndex >= name.endIndex && !child.type.includes('redirect')) nodes.push(child);
  }
  return nodes;
}
