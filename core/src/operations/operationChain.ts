/**
 * From a place that runs something to the script that is run, the program that it starts, and the source of that program.
 */
import type { RelatedPlace } from '../messages/relatedPlaces.js';
import { baseName } from '../source/baseName.js';
import type { Use } from '../uses/use.js';
import type { CalledPlace, OperationsFacts } from './operationsFacts.js';

/** Lines below a place in which what it runs may stand: the command of a probe. */
const LINES_BELOW = 5;
const MOST_STEPS = 3;

/** @param programs paths of source files in which programs begin. */
export function operationChain(
  use: Use,
  files: readonly OperationsFacts[],
  programs: Iterable<string>,
): RelatedPlace[] {
  const facts = use.operation && files.find(({ path }) => path === use.path);
  if (!facts) return [];
  const near = facts.called.filter(
    ({ line, end }) => end > use.start && line >= use.line && line <= use.line + LINES_BELOW,
  );
  const places: RelatedPlace[] = [];
  follow(facts.path, near, files, [...programs], places);
  return places;
}

/** The first that leads somewhere is followed. */
function follow(
  from: string,
  called: readonly CalledPlace[],
  files: readonly OperationsFacts[],
  programs: readonly string[],
  places: RelatedPlace[],
): void {
  if (places.length >= MOST_STEPS) return;
  for (const one of called) {
    const name = baseName(one.written);
    const script = nearest(
      files.filter(({ path }) => path !== from && baseName(path) === name),
      from,
    );
    const program = script ? undefined : programs.find((path) => begins(path, name));
    if (!script && program === undefined) continue;
    if (places.length > 0) {
      const { line, column, written } = one;
      places.push({
        path: from,
        line,
        column,
        endColumn: column + written.length,
        message: `which starts ${name}`,
      });
    }
    if (program !== undefined) {
      places.push({
        path: program,
        line: 0,
        column: 0,
        endColumn: undefined,
        message: `${name} begins here`,
      });
    } else if (script) {
      const message = `runs ${name}`;
      places.push({ path: script.path, line: 0, column: 0, endColumn: undefined, message });
      follow(script.path, script.called, files, programs, places);
    }
    return;
  }
}

/** The file that shares most of the path with another one. */
function nearest(files: readonly OperationsFacts[], from: string): OperationsFacts | undefined {
  const shared = (path: string): number => {
    let at = 0;
    while (at < path.length && path[at] === from[at]) at++;
    return at;
  };
  let best: OperationsFacts | undefined;
  for (const file of files) if (!best || shared(file.path) > shared(best.path)) best = file;
  return best;
}

/** `src/relayd.c` and `relayd/main.c` begin the program relayd. */
function begins(path: string, program: string): boolean {
  const [stem] = baseName(path).split('.', 1);
  const folder = baseName(path.slice(0, Math.max(0, path.lastIndexOf('/'))));
  return stem === program || (stem === 'main' && folder === program);
}
