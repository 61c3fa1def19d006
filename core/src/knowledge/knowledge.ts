/**
 * What is known of features and targets, as the rest of the analyzer asks for it.
 */

import type { Server } from '../servers/server.js';
import type {
  BuildInterface,
  Effort,
  EssayFile,
  FeatureKind,
  Harm,
  HeaderConstants,
  HostBuild,
  Predefines,
  ProbeRules,
  Replacement as ReplacementEntry,
  Repository,
  Statement,
  Substitute,
  TargetDebugger,
  TargetLibrary,
  TargetOption,
  TargetVersion,
} from './schema.generated.js';
import type { TargetSpec } from './targetSpec.js';

/** Something a platform may offer. */
export interface Feature {
  /** `kind/name`; never changes. */
  readonly id: string;
  readonly kind: FeatureKind;
  /** What follows the kind; for a flag what follows its scope. A path has its first slash: `/proc/self/maps`. */
  readonly name: string;
  /** The call whose argument a flag is. */
  readonly scope?: string | undefined;
  /** Key of its family. */
  readonly family: string;
  /** Header that declares it, as it is included. */
  readonly header?: string | undefined;
  /** Standards and systems that define it: `posix2017`, `glibc`, `linux`. */
  readonly standards: readonly string[];
  /** Slug of the porting note that covers it. */
  readonly note?: string | undefined;
}

/** A family of features. */
export interface Family {
  readonly id: string;
  readonly title: string;
  readonly harm: Harm;
  readonly effort: Effort;
  readonly summary: string;
}

/** What is known of a target besides its statements. */
export interface TargetInfo {
  readonly id: string;
  readonly name: string;
  readonly summary: string;
  /** By key; evidence that names none means the first. */
  readonly repositories: Readonly<Record<string, Repository>>;
  /** Oldest first; the last is the default. */
  readonly versions: readonly TargetVersion[];
  readonly options: Readonly<Record<string, TargetOption>>;
  readonly predefines: Predefines;
  /** Whether a build on a Linux host is one for the target. */
  readonly hostBuild: HostBuild;
  /** How gdb is attached to a guest, where somebody looked. */
  readonly debugger?: TargetDebugger;
  /** Macros of headers, where they were read. */
  readonly constants?: Pick<HeaderConstants, 'complete' | 'macros'>;
  /** Names of headers and libraries, where they were read. */
  readonly interface?: Omit<BuildInterface, 'source'> | undefined;
  /** How tests of a build come out, where somebody looked. */
  readonly probes?: Omit<ProbeRules, 'evidence'> | undefined;
  /** Kinds of which every existing feature has a statement. */
  readonly complete: readonly FeatureKind[];
  /** Libraries that it provides to binaries for Linux, by the name that they need. */
  readonly libraries: Readonly<Record<string, TargetLibrary>>;
  /** Symbols that it exports to them besides the functions that have a statement. */
  readonly exports: readonly string[];
}

/** What people who look after a program want to see or do, and the features by which they do it. */
export interface Facility {
  readonly id: string;
  readonly title: string;
  /** What it answers, as a question. */
  readonly question: string;
  /** Ids of features. Of one that has no statement of its own, the first one's holds. */
  readonly features: readonly string[];
  /** Whether scripts use its programs for anything: they count only where somebody reaches into the machine. */
  readonly isEveryday?: boolean;
}

/** A platform that is no target yet, of which it is known what it has for debugging. */
export interface Platform {
  readonly name: string;
  /** By feature id. */
  readonly substitutes: Readonly<Record<string, Substitute>>;
}

/** What can be written instead of a feature. */
export type Replacement = Omit<ReplacementEntry, 'example'>;

/** Everything that is known. */
export interface Knowledge {
  readonly features: ReadonlyMap<string, Feature>;
  readonly families: ReadonlyMap<string, Family>;
  readonly targets: ReadonlyMap<string, TargetInfo>;
  /**
   * The statement that holds for this version with these options; `undefined` where nothing is known. A feature
   * that a complete list leaves out is answered with a statement that says so.
   */
  statement(target: TargetSpec, featureId: string): Statement | undefined;
  /** All statements of a target for a feature, in their order. */
  statements(targetId: string, featureId: string): readonly Statement[];
  /** Whether some target, in some version, does for a feature what Linux does not. */
  differs(featureId: string): boolean;
  /** Whether what some target does depends on the arguments of the call. */
  dependsOnArguments(featureId: string): boolean;
  /** What does the job of a debugging tool or facility on a target; undefined where nobody looked. */
  substitute(targetId: string, featureId: string): Substitute | undefined;
  /** Groups of features by what people want to see or do with them, in the order of a runbook; by id. */
  readonly facilities: ReadonlyMap<string, Facility>;
  /** Ids of the features of all facilities but those of everyday programs. */
  readonly operated: ReadonlySet<string>;
  /** The facility that a feature serves, or undefined. */
  facilityOf(featureId: string): Facility | undefined;
  /** What can be written instead of a feature, for whichever target; the better ones first. */
  replacements(featureId: string): readonly Replacement[];
  /** Servers whose configuration decides what they ask of the platform, by id. */
  servers(): ReadonlyMap<string, Server>;
  /** Platforms that are no targets, by id. */
  platforms(): ReadonlyMap<string, Platform>;
  /** The essay that calls unikernels unfit for production, as claims. */
  essay(): EssayFile;
  /** Repositories that evidence of ports of servers points into, by key. */
  serverRepositories(): Readonly<Record<string, Repository>>;
  /**
   * The functions that source calls where a binary imports a symbol, the most usual one first: `open` for `open64`.
   * The symbol itself if it has no other name; none if no source asks for it.
   */
  interfacesOf(symbol: string): readonly string[];
  /** Libraries that are the platform of binaries for Linux, by the name that they need. */
  readonly systemLibraries: ReadonlySet<string>;
  /** Text of a porting note. */
  noteMarkdown(slug: string): string | undefined;
}
