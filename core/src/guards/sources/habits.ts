/**
 * Forms of names that projects use in one way.
 */
import type { MacroIndex } from '../countedMacros.js';
import { type Decision, isUndefined, type MacroSource } from '../decision.js';

/** `NO_X`, `NOX`, `DISABLE_X`, `X_DISABLED`, `OMIT_X`, `WITHOUT_X`. */
const TAKES_AWAY = /(?:^|_)(?:NO|DISABLED?|OMIT|WITHOUT)(?:_|$)|^NO[A-Z]{4,}$/;

/** `TEST_DRIVER`, `TESTPROG`, `UNIT_TEST`, `unbound_testbound`. */
const OF_TESTS = /(?:^|_)(?:unit|self)?test[a-z0-9]*(?:_|$)/i;

/** Bison's own switches in the parsers that it writes: a grammar that wants one defines it. */
const OF_BISON = /^(?:YY[A-Z_]+|yyoverflow)$/;

/**
 * A switch that takes something away is off unless the builder asks, if nothing in the program sets it. So is one
 * that makes a test of a file.
 */
export class Habits implements MacroSource {
  constructor(private readonly index: MacroIndex) {}

  decide(name: string): Decision | undefined {
    if (this.index.macrosNamed(name).length > 0) return undefined;
    if (TAKES_AWAY.test(name)) return isUndefined({ by: 'habit', habit: 'takes-away' });
    if (OF_BISON.test(name)) return isUndefined({ by: 'habit', habit: 'bison' });
    return OF_TESTS.test(name) ? isUndefined({ by: 'habit', habit: 'test' }) : undefined;
  }
}
