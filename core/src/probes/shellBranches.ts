/**
 * The branches of a shell script: which conditions stand around an offset. Prose between commands is stepped over as
 * far as its form tells; what is not understood leaves a branch open, and then nothing in it is certain.
 */
export type Branch = {
  readonly outer: Branch | undefined;
  /** The command that it is a part of; one that nothing ends was not understood. */
  readonly command: { readonly isEnded: boolean };
} & (
  | { readonly kind: 'if'; readonly condition: string; readonly negated: boolean }
  | { readonly kind: 'case'; readonly subject: string; readonly pattern: string }
);

/** Deeper ones are read as if they were not there. */
const DEEPEST = 40;

/** In characters. */
const LONGEST_LINE = 2000;

interface Open {
  readonly outer: Branch | undefined;
  condition: string;
  readonly subject: string | undefined;
  isEnded: boolean;
}

export class ShellBranches {
  private readonly offsets: number[] = [0];
  private readonly branches: (Branch | undefined)[] = [undefined];

  constructor(text: string) {
    const open: Open[] = [];
    let branch: Branch | undefined;
    let start = 0;
    for (const line of text.split('\n')) {
      if (line.length <= LONGEST_LINE) {
        const whole = conditionOfLine(line);
        const next =
          whole === undefined
            ? afterLine(line, open, branch)
            : ({ kind: 'if', condition: whole, negated: false, outer: branch, command: ENDED } as const);
        // A branch begins with its own line, and ends before the line that ends it.
        if (next !== branch) this.add(start, next);
        if (whole === undefined) branch = next;
        else this.add(start + line.length + 1, branch);
      }
      start += line.length + 1;
    }
  }

  private add(offset: number, branch: Branch | undefined): void {
    this.offsets.push(offset);
    this.branches.push(branch);
  }

  /** The innermost branch around an offset. */
  at(offset: number): Branch | undefined {
    let low = 0;
    let high = this.offsets.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >>> 1;
      if (this.offsets[middle] <= offset) low = middle;
      else high = middle - 1;
    }
    return this.branches[low];
  }
}

/** The condition of an `if` that ends on its own line. */
function conditionOfLine(line: string): string | undefined {
  return /^\s*if\s+(.*?);\s*then\b.*\bfi\b/.exec(line)?.[1] ?? /^\s*(test\s.*?)\s*&&/.exec(line)?.[1];
}

const ENDED = { isEnded: true };

function afterLine(line: string, open: Open[], branch: Branch | undefined): Branch | undefined {
  const text = line.trim();
  // What a macro's definition holds stands by itself.
  if (line.startsWith('AC_DEFUN')) open.length = 0;
  const top = open.at(-1);
  const started = /^(?:\[?\s*|.*;;?\s*|.*\)\s+)(if|elif)\s+(.*?)(?:;\s*then\b.*)?$/.exec(text);
  // Test programs have an `if` too, and so has prose.
  if (started && /^(?:!\s*)?(?:test|\[|\$|:|eval|grep|echo|AC_|expr|type|which)/.test(started[2])) {
    const [, word, condition] = started;
    if (word === 'if')
      return opened({ outer: branch, condition, subject: undefined, isEnded: false }, open, branch);
    if (!top || top.subject !== undefined) return branch;
    top.condition = condition;
    return { kind: 'if', condition, negated: false, outer: top.outer, command: top };
  }
  const subject = /^\[?\s*case\s+(.*?)\s+in\b\s*$/.exec(text)?.[1];
  if (subject !== undefined) {
    return opened({ outer: branch, condition: '', subject, isEnded: false }, open, branch);
  }
  if (!top) return line.startsWith('AC_DEFUN') ? undefined : branch;
  const { outer } = top;
  if (top.subject === undefined) {
    if (/^else\b/.test(text))
      return { kind: 'if', condition: top.condition, negated: true, outer, command: top };
    return /^\]?\s*fi\b/.test(text) ? ended(top, open) : branch;
  }
  if (/(?:^|[;\s\]])esac\b/.test(text)) return ended(top, open);
  const pattern = /^[[(]?([^()#[\]]+)\)(?:\s|$)/.exec(text)?.[1];
  return pattern === undefined
    ? branch
    : { kind: 'case', subject: top.subject, pattern, outer, command: top };
}

function opened(one: Open, open: Open[], branch: Branch | undefined): Branch | undefined {
  if (open.length >= DEEPEST) return branch;
  open.push(one);
  const { condition, subject, outer } = one;
  return subject === undefined
    ? { kind: 'if', condition, negated: false, outer, command: one }
    : { kind: 'case', subject, pattern: '', outer, command: one };
}

function ended(top: Open, open: Open[]): Branch | undefined {
  open.pop();
  top.isEnded = true;
  return top.outer;
}
