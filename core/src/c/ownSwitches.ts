/**
 * Macros that the file itself defines or undefines whatever the build is: a condition behind that asks for one of
 * them is decided.
 */
import { hashName } from '../source/nameTable.js';
import { latin1 } from './directive.js';

const UNDEFINED = -1;
/** Defined, with a body that is no number. */
const WITHOUT_VALUE = -2;

/** Longest number that is read. */
const LONGEST = 24;

export class OwnSwitches {
  /** Offset of the body by the hash of the name. */
  private bodies: Map<number, number> | undefined;
  private undefinedNames: number[] = [];

  constructor(private readonly bytes: Uint8Array) {}

  /**
   * @param body offset of the body, or undefined for a macro with parameters.
   * @param isCertain whether no condition stands around it.
   */
  define(hash: number, body: number | undefined, isCertain: boolean): void {
    if (isCertain) this.set(hash, body ?? WITHOUT_VALUE);
    else this.bodies?.delete(hash);
  }

  undefine(hash: number, isCertain: boolean): void {
    if (!isCertain) {
      this.bodies?.delete(hash);
      return;
    }
    this.set(hash, UNDEFINED);
    this.undefinedNames.push(hash);
  }

  /** What was undefined may be defined by a header. */
  include(): void {
    if (this.undefinedNames.length === 0) return;
    for (const hash of this.undefinedNames) {
      if (this.bodies?.get(hash) === UNDEFINED) this.bodies.delete(hash);
    }
    this.undefinedNames = [];
  }

  /** Truth of `X`, `defined(X)` and their negations; undefined for any other expression or macro. */
  truthOf(expression: string): boolean | undefined {
    if (!this.bodies) return undefined;
    const match = /^(!?)\s*(?:(defined)\b)?\s*\(?\s*([A-Za-z_]\w*)\s*\)?$/.exec(expression);
    if (!match) return undefined;
    const [, negation, isDefined, name] = match;
    const body = this.bodies.get(hashName(name));
    if (body === undefined) return undefined;
    const truth = isDefined || body === UNDEFINED ? body !== UNDEFINED : this.valueAt(body);
    return truth === undefined ? undefined : truth !== (negation === '!');
  }

  private set(hash: number, body: number): void {
    this.bodies ??= new Map();
    this.bodies.set(hash, body);
  }

  /** Truth of a body that is a number. */
  private valueAt(body: number): boolean | undefined {
    if (body === WITHOUT_VALUE) return undefined;
    const text = latin1(this.bytes, body, Math.min(this.bytes.length, body + LONGEST));
    const match = /^[ \t]*\(?[ \t]*(\d+)[uUlL]*[ \t]*\)?[ \t]*(?:\/[*/]|[\r\n]|$)/.exec(text);
    return match ? Number(match[1]) !== 0 : undefined;
  }
}
