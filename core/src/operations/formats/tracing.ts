/**
 * Scripts of tracers and debuggers: that there is one is what is relied on. Commands of a shell in them are few, and not
 * read.
 */
import type { FoundOperations } from '../foundOperations.js';
import type { OperationsFormat } from '../operationsFormat.js';

/** What a script of each format is, and by what its first clause is known. */
const SCRIPTS: Readonly<Partial<Record<OperationsFormat, readonly [feature: string, clause: RegExp]>>> = {
  dtrace: [
    'practice/dtrace-script',
    /^[ \t]*((?:[\w$*?-]*:){1,3}[\w$*?-]*|BEGIN|END|dtrace:::\w+)[ \t]*(?:[{/,]|$)/m,
  ],
  bpftrace: [
    'practice/bpftrace-script',
    /^[ \t]*((?:[kut]\w*probe|tracepoint|usdt|profile|interval|software|hardware|rawtracepoint|kfunc|kretfunc|fentry|fexit|k|u|kr|ur|t):\S+|BEGIN|END)/m,
  ],
  gdb: [
    'practice/gdb-script',
    /^[ \t]*((?:break|b|tbreak|watch|attach|target|run|bt|backtrace|info|thread|define|set|handle|commands|continue|printf|print|x|source|file)\b[^\n]*)/m,
  ],
};

export function readTracingScript(text: string, found: FoundOperations, format: OperationsFormat): void {
  const [feature, clause] = SCRIPTS[format] ?? [];
  const first = clause?.exec(text);
  if (!first || feature === undefined) return;
  const start = first.index + first[0].indexOf(first[1]);
  found.practices.push({ start, end: start + first[1].length, feature, group: start });
}
