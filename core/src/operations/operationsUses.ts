/**
 * What an operations file relies on, as uses: programs that show or control what runs, signals that they send, and
 * practices.
 */
import type { Place } from '../facts/fileFacts.js';
import { pathRole } from '../index/pathRole.js';
import { commandSettings } from '../servers/commandSettings.js';
import { type Server, settingFeature } from '../servers/server.js';
import type { Catalogue } from '../uses/catalogue.js';
import type { Operation, Use, UseKind, UseTag } from '../uses/use.js';
import type { CommandRun, OperationsFacts } from './operationsFacts.js';
import { sentSignal } from './sentSignal.js';
import { looksInside, reachesIn } from './shell/remoteCommand.js';

/** Uses of a file, in the order of its text. */
export function operationsUses(facts: OperationsFacts, catalogue: Catalogue): Use[] {
  const uses: Use[] = [];
  const { isTest, isExample } = pathRole(facts.path);
  const tags: UseTag[] = [
    ...(isTest ? (['test'] as const) : []),
    ...(isExample ? (['example'] as const) : []),
  ];
  const add = (
    kind: UseKind,
    feature: string,
    name: string,
    place: Place,
    group: number,
    operation: Operation,
  ): void => {
    if (!catalogue.has(feature)) return;
    const symbol = feature.slice(feature.indexOf('/') + 1);
    uses.push(useOf(kind, feature, name, symbol, facts.path, place, group, tags, operation));
  };
  for (const practice of facts.practices) {
    const { feature, written, group } = practice;
    const kind = feature.startsWith('setting/') ? 'setting' : 'practice';
    add(kind, feature, written, practice, group, {
      occasion: undefined,
      through: NONE,
      guard: undefined,
    });
  }
  for (const run of facts.runs) {
    const { occasion, through, guard, group } = run;
    const server = occasion === 'start' || occasion === 'script' ? catalogue.serverOf(run.name) : undefined;
    for (const setting of server ? commandSettings(run.words, server) : []) {
      const feature = settingFeature((server as Server).id, setting);
      add('setting', feature, run.written, run, group, { occasion, through, guard });
    }
    // What is done while an image is built is not done where the program runs.
    if (occasion === 'image-build') continue;
    const signal = sentSignal(run);
    if (!isReliedOn(run, signal, catalogue)) continue;
    const operation = { occasion, through, guard };
    add('command', `command/${run.name}`, run.written, run, group, operation);
    if (signal !== undefined) add('signal', `signal/${signal}`, run.written, run, group, operation);
  }
  return uses.sort((a, b) => a.start - b.start || a.end - b.end);
}

const NONE: readonly never[] = [];

/** Whether somebody looks into a program by a command, or controls it. @param signal that it sends. */
function isReliedOn(run: CommandRun, signal: string | undefined, catalogue: Catalogue): boolean {
  const { name, words, through } = run;
  // Signal 0 asks whether a program is there. Without a signal it starts one, or ends what the script itself has started.
  const isQuestion = name === 'kill' && words.includes('-0');
  if ((name === 'kill' || name === 'start-stop-daemon') && signal === undefined && !isQuestion) return false;
  const feature = `command/${name}`;
  if (catalogue.isOperated(feature)) return looksInside(name, words);
  return catalogue.isEveryday(feature) && through.some(reachesIn);
}

function useOf(
  kind: UseKind,
  feature: string,
  name: string,
  symbol: string,
  path: string,
  { start, end, line, column }: Place,
  group: number,
  tags: Use['tags'],
  operation: Operation,
): Use {
  return {
    feature,
    kind,
    name,
    symbol,
    path,
    line,
    column,
    start,
    end,
    guard: undefined,
    included: NONE,
    through: NONE,
    replaced: NONE,
    macros: NONE,
    arguments: undefined,
    call: group,
    tags,
    purpose: undefined,
    systems: NONE,
    isAside: false,
    isAlternative: false,
    imported: undefined,
    operation,
  };
}
