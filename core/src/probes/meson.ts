/**
 * `meson.build` and `meson_options.txt`: what is set in a configuration by a question to the compiler, and options.
 */
import type { BuildFileFacts, OptionMacro } from './buildFileFacts.js';
import { Lines } from './lines.js';
import type { Option } from './option.js';
import { bothWanted, isNothing, NOTHING_WANTED, type Probe, type Wanted } from './probe.js';
import { wantedByProgram } from './testProgram.js';

/** What an expression hangs on. */
interface Asked {
  readonly wanted: Wanted;
  readonly negated: boolean;
  readonly option: Option | undefined;
}

const NOTHING: Asked = { wanted: NOTHING_WANTED, negated: false, option: undefined };
const OPEN: Asked = { wanted: { ...NOTHING_WANTED, isOpen: true }, negated: false, option: undefined };

export function readMeson(path: string, text: string): BuildFileFacts {
  return new MesonReader(path, text).read();
}

class MesonReader {
  private readonly probes: Probe[] = [];
  private readonly options: OptionMacro[] = [];
  private readonly set: string[] = [];
  private readonly lines: Lines;
  private readonly variables = new Map<string, Asked>();
  private readonly branches: Asked[] = [];

  constructor(
    private readonly path: string,
    private readonly text: string,
  ) {
    this.lines = new Lines(text);
  }

  read(): BuildFileFacts {
    for (const { text, start } of statementsIn(this.text)) this.statement(text, start);
    return { probes: this.probes, options: this.options, set: this.set };
  }

  private statement(text: string, start: number): void {
    const branch = /^(if|elif|else|endif)\b\s*([\s\S]*)$/.exec(text);
    if (branch) {
      this.branch(branch[1], branch[2]);
      return;
    }
    const option = /^option\(\s*'([\w-]+)'/.exec(text);
    if (option) this.option(option[1], text, start);
    const assigned = /^(\w+)\s*=\s*([\s\S]+)$/.exec(text);
    if (assigned) this.variables.set(assigned[1], this.askedBy(assigned[2]));
    const set = /^\w+\.set(10)?\(\s*'(\w+)'\s*,\s*([\s\S]*)\)$/.exec(text);
    if (set) this.configured(set[2], set[3], set[1] === '10', start);
    for (const [, macro] of text.matchAll(/'-D([A-Za-z_]\w*)(?:=[^']*)?'/g)) {
      this.add(macro, NOTHING, false, start);
    }
  }

  private branch(word: string, condition: string): void {
    const last = word === 'if' ? undefined : this.branches.pop();
    if (word === 'endif') return;
    if (word === 'else') this.branches.push(last ? { ...last, negated: !last.negated } : OPEN);
    else this.branches.push(this.askedBy(condition));
  }

  private option(name: string, text: string, start: number): void {
    const option: Option = {
      name: `-D${name}`,
      help: (/\bdescription\s*:\s*'([^']*)'/.exec(text)?.[1] ?? '').slice(0, 200),
      fallback: /\bvalue\s*:\s*'?(\w+)/.exec(text)?.[1],
      path: this.path,
      line: this.lines.at(start),
    };
    this.options.push({ macro: name.toUpperCase().replace(/-/g, '_'), option, isEnough: true });
  }

  private configured(macro: string, value: string, isNumber: boolean, start: number): void {
    const asked = /^(?:1|true|'')\s*(?:,|$)/.test(value.trim()) ? NOTHING : this.askedBy(value);
    if (/^(?:false|0)\s*(?:,|$)/.test(value.trim())) return;
    this.add(macro, asked, isNumber, start);
  }

  private add(macro: string, asked: Asked, isNumber: boolean, start: number): void {
    let wanted = NOTHING_WANTED;
    let unless: Wanted | undefined;
    const options: Option[] = [];
    for (const one of [asked, ...this.branches]) {
      if (one.option) options.push(one.option);
      if (!one.negated) wanted = bothWanted(wanted, one.wanted);
      else if (one.option || unless) wanted = { ...wanted, isOpen: true };
      else unless = one.wanted;
    }
    const isEnough = isNothing(wanted) && !unless;
    for (const option of options) this.options.push({ macro, option, isEnough });
    if (isEnough && options.length > 0) return;
    this.probes.push({
      macro,
      path: this.path,
      line: this.lines.at(start),
      wanted,
      unless,
      unrun: undefined,
      isNumber,
      options: options.map((option) => option.name),
    });
  }

  /** What an expression asks for; one of another form may be anything. */
  private askedBy(expression: string): Asked {
    const text = expression.trim();
    if (/\bor\b|\?/.test(text.replace(/'[^']*'/g, ''))) return OPEN;
    if (/\band\b/.test(text.replace(/'[^']*'/g, ''))) {
      const parts = text.split(/\band\b/).map((part) => this.askedBy(part));
      if (parts.some((part) => part.negated)) return OPEN;
      return {
        wanted: parts.reduce((sum, part) => bothWanted(sum, part.wanted), NOTHING_WANTED),
        negated: false,
        option: parts.find((part) => part.option)?.option,
      };
    }
    const not = /^not\s+([\s\S]*)$/.exec(text);
    if (not) {
      const inner = this.askedBy(not[1]);
      return { ...inner, negated: !inner.negated };
    }
    const name = /\bget_option\(\s*'([\w-]+)'/.exec(text)?.[1];
    if (name !== undefined) {
      const option: Option = { name: `-D${name}`, help: '', fallback: undefined, path: this.path, line: 0 };
      return { ...NOTHING, option };
    }
    const system = /^(?:host_machine\.system\(\)|\w*system\w*)\s*==\s*'(\w+)'$/.exec(text)?.[1];
    if (system !== undefined) return { ...NOTHING, wanted: { ...NOTHING_WANTED, systems: [system] } };
    // Variables are set in other files, too.
    const named = /^is_(linux|windows|darwin|freebsd|netbsd|openbsd|haiku|android)$/.exec(text)?.[1];
    if (named !== undefined && !this.variables.has(text)) {
      return { ...NOTHING, wanted: { ...NOTHING_WANTED, systems: [named] } };
    }
    const wanted = wantedByCall(text);
    if (wanted) return { ...NOTHING, wanted };
    return this.variables.get(text) ?? OPEN;
  }
}

/** `cc.has_function('fork')` and its kin. */
function wantedByCall(text: string): Wanted | undefined {
  const call =
    /^\w+\.(has_function|has_header|check_header|has_header_symbol|has_member|has_type|compiles|links|run)\(\s*([\s\S]*)\)$/.exec(
      text,
    );
  if (!call) return undefined;
  const texts = [...call[2].matchAll(/'''([\s\S]*?)'''|'([^'\n]*)'/g)].map(
    ([, long, short]) => long ?? short,
  );
  const [first = '', second = ''] = texts;
  switch (call[1]) {
    case 'has_function':
      return /\bdependencies\s*:/.test(call[2]) ? undefined : { ...NOTHING_WANTED, functions: [first] };
    case 'has_header':
    case 'check_header':
      return { ...NOTHING_WANTED, headers: [first] };
    case 'has_header_symbol':
      return { ...NOTHING_WANTED, headers: [first], called: [second] };
    case 'has_member':
      return { ...NOTHING_WANTED, members: [`${first.replace(/^struct\s+/, '')}.${second}`] };
    case 'has_type':
      return { ...NOTHING_WANTED, declared: [first.replace(/^struct\s+/, '')] };
    case 'compiles':
    case 'links':
      return /['"]/.test(call[2][0] ?? '') ? wantedByProgram(first) : undefined;
    default:
      return undefined;
  }
}

/** Longer ones are lists of files. In characters. */
const LONGEST = 20_000;

/** Statements: lines, joined where a parenthesis is open or a text goes on. */
function* statementsIn(text: string): Generator<{ text: string; start: number }> {
  const token = /'''[\s\S]*?'''|'(?:[^'\\\n]|\\.)*'|#.*|[()[\]{}]|\n/g;
  let start = 0;
  let depth = 0;
  let comments: [number, number][] = [];
  const statement = (end: number): { text: string; start: number } | undefined => {
    let whole = '';
    let at = start;
    for (const [from, to] of comments) {
      whole += text.slice(at, from);
      at = to;
    }
    whole = (whole + text.slice(at, end)).trim();
    const offset = start + (/^\s*/.exec(text.slice(start, end))?.[0].length ?? 0);
    return whole === '' || end - start > LONGEST ? undefined : { text: whole, start: offset };
  };
  for (let match = token.exec(text); match; match = token.exec(text)) {
    const [found] = match;
    if (found.startsWith('#')) comments.push([match.index, token.lastIndex]);
    else if (/^[([{]$/.test(found)) depth++;
    else if (/^[)\]}]$/.test(found)) depth = Math.max(0, depth - 1);
    else if (found === '\n' && depth === 0) {
      const one = statement(match.index);
      if (one) yield one;
      start = token.lastIndex;
      comments = [];
    }
  }
  const last = statement(text.length);
  if (last) yield last;
}
