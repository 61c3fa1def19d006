/**
 * Colors for a terminal; plain text elsewhere and where NO_COLOR is set.
 */
export interface Style {
  bold(text: string): string;
  dim(text: string): string;
  red(text: string): string;
  yellow(text: string): string;
  blue(text: string): string;
  green(text: string): string;
  /** Columns of the terminal, or undefined where lines need not fit. */
  readonly width: number | undefined;
}

export function styleFor(stream: NodeJS.WriteStream): Style {
  if (!stream.isTTY || process.env.NO_COLOR)
    return { ...PLAIN, width: stream.isTTY ? stream.columns : undefined };
  const wrap = (code: number) => (text: string) => `\x1b[${code}m${text}\x1b[0m`;
  return {
    bold: wrap(1),
    dim: wrap(2),
    red: wrap(31),
    yellow: wrap(33),
    blue: wrap(36),
    green: wrap(32),
    width: stream.columns,
  };
}

const asItIs = (text: string): string => text;

/** For files and pipes. */
export const PLAIN: Style = {
  bold: asItIs,
  dim: asItIs,
  red: asItIs,
  yellow: asItIs,
  blue: asItIs,
  green: asItIs,
  width: undefined,
};
