/**
 * The form in which knowledge is shipped: one JSON text, made of few large strings so that it parses fast. Whole
 * lists of statements are strings and stay so until they are asked for; equal ones are stored once.
 */

import type { Facility, Platform, Replacement, TargetInfo } from './knowledge.js';
import type {
  Case,
  EssayFile,
  Evidence,
  FeatureKind,
  ObservedEvidence,
  Replacement as ReplacementEntry,
  ServersFile,
  Statement,
  Substitute,
} from './schema.generated.js';

/** Raised when the form changes. */
export const BUNDLE_FORMAT = 6;

export interface Bundle {
  readonly format: typeof BUNDLE_FORMAT;
  /** Id, title, harm, effort, summary. */
  readonly families: readonly (readonly [string, string, string, string, string])[];
  readonly headers: readonly string[];
  readonly standards: readonly (readonly string[])[];
  readonly slugs: readonly string[];
  /** Ids of all features, a line each. */
  readonly ids: string;
  /** Numbers of the family, header, standards and note of each feature, in the order of ids; -1 is none. */
  readonly familyOf: readonly number[];
  readonly headerOf: readonly number[];
  readonly standardsOf: readonly number[];
  readonly noteOf: readonly number[];
  /** A digit a feature, in the order of ids: 1 if some target differs from Linux, plus 2 if arguments decide how. */
  readonly differences: string;
  /** Porting notes by slug. */
  readonly notes: Readonly<Record<string, string>>;
  /** A line a function: its name and the system calls it makes, separated by blanks. */
  readonly relations: string;
  /** A line a symbol: its name and the functions that source calls for it, separated by blanks. */
  readonly interfaces: string;
  /** Names of the libraries that are the platform of binaries for Linux. */
  readonly systemLibraries: readonly string[];
  /** Id, title, question and features of each facility. */
  readonly facilities: readonly Facility[];
  /** What can be written instead of features, encoded; see `encodeReplacements`. */
  readonly replacements: string;
  /** Servers and their settings, encoded; see `encodeServers`. */
  readonly servers: string;
  /** Platforms that are no targets, encoded; see `encodePlatforms`. */
  readonly platforms: string;
  readonly essay: EssayFile;
  readonly targets: readonly BundleTarget[];
}

export interface BundleTarget {
  readonly info: TargetInfo;
  /** Notes of statements and cases, which refer to them by number. */
  readonly texts: readonly string[];
  /** Distinct lists of statements, encoded. */
  readonly lists: readonly string[];
  /** Number of the list of each feature, in the order of ids; -1 is none. */
  readonly listOf: readonly number[];
  /** Number of the list that stands for a feature that a complete list leaves out, by kind. */
  readonly absent: Readonly<Partial<Record<FeatureKind, number>>>;
  /** What does the job of debugging tools, encoded; see `encodeSubstitutes`. */
  readonly substitutes: string;
}

/** By feature id. */
export type Replacements = Readonly<Record<string, readonly Replacement[]>>;

/** By feature id. */
export type Substitutes = Readonly<Record<string, Substitute>>;

/** By id. */
export type Platforms = Readonly<Record<string, Platform>>;

type EncodedCase = Omit<Case, 'note'> & { note?: number };
type EncodedEvidence = string | ObservedEvidence;
type EncodedStatement = Omit<Statement, 'cases' | 'note' | 'evidence'> & {
  cases: EncodedCase[];
  note?: number;
  evidence: EncodedEvidence[];
};

/** Encodes a list; `textNumber` gives the number of a note. */
export function encodeStatements(list: readonly Statement[], textNumber: (text: string) => number): string {
  const encoded = list.map(
    ({ cases, note, evidence, ...rest }): EncodedStatement => ({
      ...rest,
      cases: cases.map(({ note: caseNote, ...one }) => ({
        ...one,
        ...(caseNote === undefined ? {} : { note: textNumber(caseNote) }),
      })),
      ...(note === undefined ? {} : { note: textNumber(note) }),
      evidence: evidence.map(encodeEvidence),
    }),
  );
  return swapQuotes(JSON.stringify(encoded));
}

/** The list behind an encoded one. */
export function decodeStatements(text: string, texts: readonly string[]): Statement[] {
  const encoded = JSON.parse(swapQuotes(text)) as EncodedStatement[];
  return encoded.map(
    ({ cases, note, evidence, ...rest }): Statement => ({
      ...rest,
      cases: cases.map(({ note: caseNote, ...one }) => ({
        ...one,
        ...(caseNote === undefined ? {} : { note: texts[caseNote] }),
      })),
      ...(note === undefined ? {} : { note: texts[note] }),
      evidence: evidence.map(decodeEvidence),
    }),
  );
}

/** Few ask for these, so that all of them are one string. */
export function encodeSubstitutes(substitutes: Substitutes): string {
  return swapQuotes(JSON.stringify(substitutes));
}

/** The substitutes behind the string. */
export function decodeSubstitutes(text: string): Substitutes {
  return JSON.parse(swapQuotes(text)) as Substitutes;
}

/** Asked for where somebody edits, so that all of them are one string. Examples are for tests and stay behind. */
export function encodeReplacements(
  replacements: Readonly<Record<string, readonly ReplacementEntry[]>>,
): string {
  const encoded = Object.entries(replacements).map(([id, list]) => [
    id,
    list.map(({ example, ...rest }): Replacement => rest),
  ]);
  return swapQuotes(JSON.stringify(Object.fromEntries(encoded)));
}

/** The replacements behind the string. */
export function decodeReplacements(text: string): Replacements {
  return JSON.parse(swapQuotes(text)) as Replacements;
}

/** Few ask for these, so that all of them are one string. */
export function encodePlatforms(platforms: Platforms): string {
  return swapQuotes(JSON.stringify(platforms));
}

/** The platforms behind the string. */
export function decodePlatforms(text: string): Platforms {
  return JSON.parse(swapQuotes(text)) as Platforms;
}

/** Asked for where a configuration file or a server's own source is met, so that all of them are one string. */
export function encodeServers({ repositories, servers }: ServersFile): string {
  return swapQuotes(JSON.stringify({ repositories, servers }));
}

/** The servers behind the string. */
export function decodeServers(text: string): Pick<ServersFile, 'repositories' | 'servers'> {
  return JSON.parse(swapQuotes(text)) as Pick<ServersFile, 'repositories' | 'servers'>;
}

/** Double quotes would all be escaped inside of a JSON string; single ones are rare in this text. */
function swapQuotes(text: string): string {
  return text.replace(/["']/g, (quote) => (quote === '"' ? "'" : '"'));
}

/** `path`, `repository|path`, with `!` in front of what was looked for and not found. */
function encodeEvidence(evidence: Evidence): EncodedEvidence {
  if ('observed' in evidence) return evidence;
  const place = 'read' in evidence ? evidence.read : evidence.absent;
  const where = evidence.repository === undefined ? place : `${evidence.repository}|${place}`;
  return 'read' in evidence ? where : `!${where}`;
}

function decodeEvidence(evidence: EncodedEvidence): Evidence {
  if (typeof evidence !== 'string') return evidence;
  const absent = evidence.startsWith('!');
  const where = absent ? evidence.slice(1) : evidence;
  const bar = where.indexOf('|');
  const place = where.slice(bar + 1);
  const repository = bar < 0 ? {} : { repository: where.slice(0, bar) };
  return absent ? { absent: place, ...repository } : { read: place, ...repository };
}
