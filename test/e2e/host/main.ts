/**
 * What an extension host loads and runs: mocha in its form for browsers, which needs nothing of Node, and the suites.
 */
import 'mocha';
import { printEvent } from '../../../tools/e2e/suiteEvent.js';

/** Tells each result as it comes; the program outside prints and counts. */
function tellResults(runner: Mocha.Runner): void {
  const depthOf = (one: Mocha.Suite | Mocha.Test): number => one.titlePath().length;
  runner.on('suite', (suite) => {
    if (!suite.root) printEvent({ event: 'suite', title: suite.title, depth: depthOf(suite) });
  });
  runner.on('pass', (test) => {
    printEvent({ event: 'pass', title: test.title, depth: depthOf(test), ms: test.duration ?? 0 });
  });
  runner.on('pending', (test) => {
    printEvent({ event: 'pending', title: test.title, depth: depthOf(test), ms: 0 });
  });
  runner.on('fail', (test, error) => {
    printEvent({
      event: 'fail',
      title: test.title,
      depth: depthOf(test),
      error: error.stack ?? String(error),
    });
  });
}

export async function run(): Promise<void> {
  // The default reporter of this form writes into a page.
  mocha.setup({ ui: 'bdd', timeout: 30_000, reporter: class {} as unknown as Mocha.ReporterConstructor });
  await import('./suites.js');
  const failures = await new Promise<number>((resolve) => {
    // `mocha.run` reads what it shall run from the address of a page.
    tellResults(Mocha.prototype.run.call(mocha, resolve));
  });
  printEvent({ event: 'end' });
  if (failures > 0) throw new Error(`${failures} failed`);
}
