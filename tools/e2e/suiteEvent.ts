/**
 * What suites inside an extension host tell the program that started them: a line of the console each.
 */
export type SuiteEvent =
  | { readonly event: 'suite'; readonly title: string; readonly depth: number }
  | {
      readonly event: 'pass' | 'pending';
      readonly title: string;
      readonly depth: number;
      readonly ms: number;
    }
  | { readonly event: 'fail'; readonly title: string; readonly depth: number; readonly error: string }
  | { readonly event: 'told'; readonly text: string }
  | { readonly event: 'end' };

/** Extension hosts print much else; only lines with this are the suites'. */
const MARK = '[unigap suites] ';

export function printEvent(event: SuiteEvent): void {
  console.log(MARK + JSON.stringify(event));
}

export function readEvent(line: string): SuiteEvent | undefined {
  const start = line.indexOf(MARK);
  return start < 0 ? undefined : JSON.parse(line.slice(start + MARK.length));
}
