/**
 * One mark of a fixture: what a scan has to find at a place. The grammar is in test/fixtures/README.md.
 */

/** What one target does at the place. */
export interface MarkedGap {
  /** As the user writes it: `osv`, `osv@0.57`. */
  readonly target: string;
  readonly behaviour: string;
  /** Whether it is the worst of several cases between which the source does not decide. */
  readonly isDecided: boolean;
  readonly tags: readonly string[];
}

export interface Mark {
  /** Columns in UTF-16 code units, zero-based; `end` is exclusive. */
  readonly column: number;
  readonly end: number;
  readonly feature: string;
  readonly kind: string;
  /** The interface behind the name; the feature's own name if the mark does not say. */
  readonly symbol: string;
  /** What the call is for, where that weighs otherwise than the call. */
  readonly purpose: string | undefined;
  /** Undefined where the mark does not tell it, so that it is not compared. */
  readonly severity: string | undefined;
  readonly tags: readonly string[];
  /** Sorted by target. */
  readonly gaps: readonly MarkedGap[];
}

export type MarkStyle = 'line' | 'block' | 'hash';

const MARK_LINE = /^\s*(?:\/\/|\/\*|#)\s*(?:\^+|@\d+-\d+)(?:\s|$)/;

export function isMarkLine(line: string): boolean {
  return MARK_LINE.test(line);
}

/** Reads a mark line; throws an error that says what is wrong with it. */
export function parseMark(line: string): Mark {
  const text = line.replace(/^(\s*)\/\*(.*?)\s*\*\/\s*$/, '$1//$2').trimEnd();
  const match = /^\s*(?:\/\/|#)\s*(?:(\^+)|@(\d+)-(\d+))\s+(\S+)(.*)$/.exec(text);
  if (!match) throw new Error(`"${line.trim()}" is no mark`);
  const [, carets, from, to, feature, rest] = match;
  const column = carets === undefined ? Number(from) : text.indexOf(carets);
  const end = carets === undefined ? Number(to) : column + carets.length;
  if (!/^[a-z]+\/\S+$/.test(feature)) throw new Error(`"${feature}" is no feature id`);
  let kind = usualKind(feature);
  let symbol = usualSymbol(feature);
  let severity: string | undefined;
  let purpose: string | undefined;
  let tags: string[] = [];
  const gaps: MarkedGap[] = [];
  for (const item of rest.split(/\s+/).filter((one) => one !== '')) {
    const gap = /^([a-z][\w.@+-]*):([a-z-]+)(\?)?(?:\[([\w,-]+)\])?$/.exec(item);
    const option = /^(kind|symbol|purpose|severity)=(\S+)$/.exec(item);
    const tagList = /^\[([\w,-]+)\]$/.exec(item);
    if (gap) {
      const [, target, behaviour, mayHold, gapTags] = gap;
      gaps.push({ target, behaviour, isDecided: mayHold === undefined, tags: sortedTags(gapTags) });
    } else if (option?.[1] === 'kind') kind = option[2];
    else if (option?.[1] === 'symbol') symbol = option[2];
    else if (option?.[1] === 'purpose') purpose = option[2];
    else if (option) severity = option[2];
    else if (tagList) tags = sortedTags(tagList[1]);
    else throw new Error(`"${item}" is no part of a mark`);
  }
  gaps.sort(byTarget);
  return { column, end, feature, kind, symbol, purpose, severity, tags, gaps };
}

/** What a mark says after its place, in the one order that a rewritten fixture has. */
export function markText(mark: Mark): string {
  const parts = [mark.feature];
  if (mark.kind !== usualKind(mark.feature)) parts.push(`kind=${mark.kind}`);
  if (mark.symbol !== usualSymbol(mark.feature)) parts.push(`symbol=${mark.symbol}`);
  if (mark.purpose !== undefined) parts.push(`purpose=${mark.purpose}`);
  if (mark.tags.length > 0) parts.push(`[${mark.tags.join(',')}]`);
  for (const { target, behaviour, isDecided, tags } of mark.gaps) {
    parts.push(
      `${target}:${behaviour}${isDecided ? '' : '?'}${tags.length > 0 ? `[${tags.join(',')}]` : ''}`,
    );
  }
  if (mark.severity !== undefined) parts.push(`severity=${mark.severity}`);
  return parts.join(' ');
}

/** What a mark line begins and ends with. */
const SIGNS: Readonly<Record<MarkStyle, readonly [open: string, close: string]>> = {
  line: ['//', ''],
  block: ['/*', ' */'],
  hash: ['#', ''],
};

/** A whole mark line without its end of line, to stand under `line`. */
export function markLine(mark: Mark, line: string, style: MarkStyle): string {
  const [open, close] = SIGNS[style];
  const indent = /^[ \t]*/.exec(line)?.[0] ?? '';
  const text = `${markText(mark)}${close}`;
  const carets = '^'.repeat(mark.end - mark.column);
  if (carets !== '' && mark.column >= indent.length + open.length + 1) {
    return `${indent}${open}${' '.repeat(mark.column - indent.length - open.length)}${carets} ${text}`;
  }
  if (carets !== '' && mark.column >= open.length)
    return `${open}${' '.repeat(mark.column - open.length)}${carets} ${text}`;
  return `${open} @${mark.column}-${mark.end} ${text}`;
}

/** Kind of a use by the kind of its feature; a function is called if nothing else is said. */
function usualKind(feature: string): string {
  const kind = feature.slice(0, feature.indexOf('/'));
  return kind === 'function' ? 'call' : kind === 'header' ? 'include' : kind;
}

function usualSymbol(feature: string): string {
  const slash = feature.indexOf('/');
  const kind = feature.slice(0, slash);
  if (kind === 'path') return feature.slice(slash);
  const name = feature.slice(slash + 1);
  return kind === 'flag' ? name.slice(name.indexOf('/') + 1) : name;
}

function sortedTags(text: string | undefined): string[] {
  return text === undefined ? [] : text.split(',').sort();
}

function byTarget(a: MarkedGap, b: MarkedGap): number {
  return a.target < b.target ? -1 : a.target > b.target ? 1 : 0;
}
