/**
 * How long an editor waits for diagnostics after a keystroke, and whether memory grows with edits:
 * `npm run bench:edits [-- FILE...]`. Without a file, one of 10,000 lines is made. The text is edited as in a language
 * server: one character at a time at random places, the whole file read anew, its diagnostics computed. Exit status:
 * 0 every bar is reached, 1 one is missed.
 */
import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { argv, memoryUsage, stdout } from 'node:process';
import { pathToFileURL } from 'node:url';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { fileDiagnostics } from '#server/diagnostics.js';
import { Folder } from '#server/folder/folder.js';
import { FolderUri } from '#server/folder/folderUri.js';
import { makeServices } from '#server/services.js';
import { DEFAULT_SETTINGS } from '#server/settings.js';
import { PROJECT_ROOT } from '../generate/projectRoot.js';
import { median } from './median.js';

const EDITS = 1000;
const WARM_UP = 100;
const MOST_MILLISECONDS = 10;
/** Growth of the heap over all edits, in MB, that is not told from noise. */
const MOST_GROWTH = 2;

setFlagsFromString('--expose-gc');
const collectGarbage = runInNewContext('gc') as () => void;

const files = argv.slice(2);
let isReached = true;
for (const file of files.length > 0 ? files : [undefined]) {
  const name = file === undefined ? 'made.c' : basename(file);
  const text = file === undefined ? madeSource(10_000) : readFileSync(file, 'utf8');
  isReached = (await measure(name, text)) && isReached;
}
process.exitCode = isReached ? 0 : 1;

async function measure(name: string, text: string): Promise<boolean> {
  const services = await makeServices(
    {
      readShipped: (path) => Promise.resolve(readFileSync(`${PROJECT_ROOT}/dist/${path}`)),
      files: () => {
        throw new Error('no files are asked for');
      },
      yieldTurn: () => Promise.resolve(),
      exit: () => {},
    },
    {},
  );
  const uri = new FolderUri(pathToFileURL('/edited').href);
  const folder = new Folder({
    folder: uri,
    services,
    files: { list: async () => ({ files: [], skipped: [] }), read: async () => ({ problem: 'none' }) },
    settings: DEFAULT_SETTINGS,
    isListed: false,
    buildProblem: (line) => {
      throw new Error(line);
    },
    failed: (_path, error) => {
      throw error;
    },
    engineFailed: (error) => {
      throw error;
    },
  });
  const document = TextDocument.create(uri.uriOf(name), 'c', 1, text);
  folder.setOpen(name, document);
  const random = randomNumbers(1);
  const times: number[] = [];
  /** Where the last character was typed. */
  let lastTyped = { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } };
  let before = 0;
  let found = 0;
  for (let i = 0; i < WARM_UP + EDITS; i++) {
    if (i === WARM_UP) before = heapInUse();
    const at = document.positionAt(Math.floor(random() * document.getText().length));
    // A character that is typed, and taken back by the next edit: the file stays as long as it is.
    const range = i % 2 === 0 ? { start: at, end: at } : lastTyped;
    const start = performance.now();
    TextDocument.update(document, [{ range, text: i % 2 === 0 ? 'x' : '' }], i + 2);
    await folder.change(name);
    const diagnostics = fileDiagnostics(folder.gapsOf(name), folder, services.knowledge, {
      minSeverity: 'information',
      pageOf: () => undefined,
    });
    if (i >= WARM_UP) times.push(performance.now() - start);
    if (i % 2 === 0) lastTyped = { start: at, end: { line: at.line, character: at.character + 1 } };
    found = diagnostics.length;
  }
  const growth = (heapInUse() - before) / 1048576;
  times.sort((a, b) => a - b);
  const p95 = times[Math.floor(times.length * 0.95)];
  const lines = text.split('\n').length;
  stdout.write(
    `${name}: ${lines} lines, ${found} diagnostics; ${EDITS} edits: median ${median(times).toFixed(2)} ms, ` +
      `p95 ${p95.toFixed(2)} ms, longest ${times[times.length - 1].toFixed(1)} ms; heap ${growth >= 0 ? '+' : ''}${growth.toFixed(2)} MB\n`,
  );
  stdout.write(`${p95 <= MOST_MILLISECONDS ? 'reached' : 'MISSED'} p95 at most ${MOST_MILLISECONDS} ms\n`);
  stdout.write(`${growth <= MOST_GROWTH ? 'reached' : 'MISSED'} heap grows by at most ${MOST_GROWTH} MB\n`);
  return p95 <= MOST_MILLISECONDS && growth <= MOST_GROWTH;
}

function heapInUse(): number {
  collectGarbage();
  return memoryUsage().heapUsed;
}

/** Functions with calls, tables, conditions and comments, a gap in every other one. */
function madeSource(lines: number): string {
  const text = ['#include <unistd.h>', '#include <signal.h>', '#include <sys/epoll.h>', ''];
  for (let i = 0; text.length < lines; i++) {
    text.push(
      `/* step ${i}: fork() is only named here */`,
      `static int step_${i}(struct state *s, int fd)`,
      '{',
      '\tif (s->ready == 0) {',
      `\t\tlog_write("step %d of %s\\n", ${i}, s->name);`,
      i % 4 === 0 ? '\t\tpid_t pid = fork();' : '\t\tint pid = s->pid;',
      '\t\tif (pid < 0)',
      '\t\t\treturn -1;',
      '\t}',
      '#ifdef USE_EPOLL',
      i % 10 === 0 ? '\tepoll_wait(fd, s->events, 16, -1);' : '\twait_for(fd, s->events, 16);',
      '#endif',
      `\tfor (int i = 0; i < ${i}; i++)`,
      '\t\ts->total += next(s, i) * 3 + (i & 7);',
      i % 6 === 0 ? '\tsignal(SIGHUP, s->handler);' : '\ts->handler(1);',
      '\treturn s->total;',
      '}',
      '',
    );
  }
  return `${text.join('\n')}\n`;
}

/** Numbers from 0 to 1 that are the same on every run. */
function randomNumbers(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) | 0;
    return (state >>> 0) / 4294967296;
  };
}
