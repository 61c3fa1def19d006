import type { Finding } from '#tools/accuracy/findings.js';

/** A finding from `file:line name`. */
export function finding(text: string): Finding {
  const match = /^(.+):(\d+) (\S+)$/.exec(text);
  if (!match) throw new Error(`"${text}" is not of the form file:line name`);
  return { file: match[1], line: Number(match[2]), name: match[3], isUntagged: true };
}
