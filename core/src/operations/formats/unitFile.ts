/**
 * Files of sections and `Key=value` lines: units of systemd, supervisord.
 */

export interface UnitLine {
  readonly section: string;
  readonly key: string;
  /** Without blanks at its ends; lines that a backslash joins are joined by blanks of equal length. */
  readonly value: string;
  /** Offsets of the line and of its value. */
  readonly start: number;
  readonly valueStart: number;
}

/** Lines that say something, in their order. */
export function* unitLines(text: string): Generator<UnitLine> {
  let section = '';
  const pattern = /^(?:[^\n]*\\\n)*[^\n]*(?:\n|$)/gm;
  for (let match = pattern.exec(text); match && match[0] !== ''; match = pattern.exec(text)) {
    const start = match.index;
    const line = match[0].replace(/\\\n/g, '  ').replace(/[\r\n]+$/, '');
    const header = /^\s*\[([^\]]*)\]/.exec(line);
    if (header) section = header[1];
    const assignment = /^(\s*)([\w-]+)(\s*=\s*)(.*?)\s*$/.exec(line);
    if (!assignment || /^\s*[#;]/.test(line)) continue;
    const [, indent, key, equals, value] = assignment;
    yield {
      section,
      key,
      value,
      start: start + indent.length,
      valueStart: start + indent.length + key.length + equals.length,
    };
  }
}
