/**
 * The report as plain data for a view: what a page needs to show, filter and export it. Lines and columns count from
 * zero, columns in UTF-16 code units.
 */
import type { ReadBinaryFile } from '../binaries/programBinaries.js';
import type { Gap } from '../gaps/gap.js';
import type { Knowledge } from '../knowledge/knowledge.js';
import type { Behaviour, Effort } from '../knowledge/schema.generated.js';
import { binaryText } from '../messages/binaryText.js';
import { subject } from '../messages/gapMessage.js';
import { operabilityText } from '../messages/operabilityText.js';
import type { WhatIf } from '../options/whatIf.js';
import type { Skipped } from '../workspace.js';
import { type GapDocument, gapDocument, type RootOf } from './gapDocument.js';
import {
  type FacilityDocument,
  facilityDocument,
  type OperationDocument,
  operationDocument,
  type SettingsDocument,
  settingsDocument,
} from './operationDocument.js';
import type { BuildSummary, Report, TargetReport } from './report.js';
import { type CountedPlace, type SymbolCount, symbolCounts } from './symbolCounts.js';
import type { Verdict } from './verdict.js';

/** Raised by one when a field changes its meaning or goes. */
export const DOCUMENT_VERSION = 1;

/** A report of what changed since a revision. */
export interface Since {
  readonly revision: string;
  /** Gaps of the program itself on other lines, at or above the severity that was asked for. */
  readonly elsewhere: number;
}

export interface ReportDocument {
  readonly version: typeof DOCUMENT_VERSION;
  /** Names of the scanned folders, for the title. */
  readonly roots: readonly string[];
  /** URIs of `roots`, for editors: names of folders need not differ. */
  readonly rootUris?: readonly string[] | undefined;
  readonly filesScanned: number;
  readonly bytesScanned: number;
  /** Files of build systems that were read besides, and bytes in them. */
  readonly buildFilesScanned?: number;
  readonly buildBytesScanned?: number;
  /** Files by which the program is run and looked after. */
  readonly operationsFilesScanned?: number;
  /** Source files that `.gitignore` leaves out, where it is followed. */
  readonly ignoredFiles?: number;
  /** The build that conditions are decided by. */
  readonly build?: BuildSummary | undefined;
  /** Whether its rules leave out all and were not followed. */
  readonly ignoreDropped?: boolean;
  /** Source files and folders that the project leaves out, where they are counted. */
  readonly excluded?: number;
  /** That only gaps on changed lines are told. */
  readonly since?: Since;
  /** Gaps that comments and the project suppress; none of them is in `gaps`. */
  readonly suppressedGaps?: number;
  /** Suppressions that no gap needs, where they are told. */
  readonly unusedSuppressions?: readonly UnusedSuppressionDocument[];
  /** Where `gaps` has only those that a baseline lacks: what has changed since then, a sentence each. */
  readonly sinceBaseline?: readonly string[];
  readonly targets: readonly TargetDocument[];
  /** What is assumed of options of the build, and what that changes. */
  readonly whatIf?: WhatIf;
  /** Families that a gap belongs to: id to title. */
  readonly families: Readonly<Record<string, string>>;
  /** What is told once a feature: feature id to what it is. */
  readonly features: Readonly<Record<string, FeatureDocument>>;
  /** Binaries that were read, with what each of them is in a line; left out where none was. */
  readonly binaries?: readonly BinaryDocument[];
  /** Worst first, then by path and place. */
  readonly gaps: readonly GapDocument[];
  readonly skipped: readonly Skipped[];
  /** Files that were read in part. */
  readonly problems: readonly Skipped[];
}

export interface UnusedSuppressionDocument {
  /** Of the source file or of the project file, as it is told. */
  readonly path: string;
  readonly line: number;
  readonly column: number;
  readonly message: string;
}

export interface TargetDocument {
  /** As it is written on a command line: `osv@0.57`. */
  readonly target: string;
  readonly name: string;
  readonly least: Verdict;
  readonly most: Verdict;
  /** Symbols that decide `least`, most frequent first, with how often and where each does. */
  readonly because: readonly SymbolCount[];
  /** Symbols that decide `most` where it is worse. */
  readonly unless: readonly SymbolCount[];
  /** Conditions on which `most` hangs. */
  readonly conditions: readonly string[];
  /** From 0 to 1. */
  readonly coverage: number;
  /** Whether some part of the program uses the platform in ways that nobody can see; then `most` is the worst. */
  readonly hasUntoldUses: boolean;
  readonly isCovered: boolean;
  /** Number of platform features used, and how many of them are of each behaviour. */
  readonly used: number;
  readonly byBehaviour: Readonly<Record<Behaviour | 'unknown', number>>;
  readonly unknownFeatures: readonly string[];
  /** Paths of files of other systems, which a build for the target does not take. */
  readonly leftOut: readonly string[];
  /** What of the binaries is not told by their imports, a sentence each. */
  readonly remarks: readonly string[];
  /** Of a program that is a known server: the settings that switch gaps off there. */
  readonly settings: readonly SettingsDocument[];
  /** Whether it can be operated there, in a sentence without its point. */
  readonly operability: string;
  /** What people rely on to look into the program, in the order of a runbook. */
  readonly facilities: readonly FacilityDocument[];
  /** The rest of what bears on operating it, for a runbook; left out where only verdicts are told. */
  readonly operation?: OperationDocument;
}

export interface BinaryDocument {
  readonly path: string;
  /** Bytes. */
  readonly size: number;
  readonly text: string;
}

export interface FeatureDocument {
  readonly family: string;
  readonly effort: Effort;
  /** Slug of the porting note, if there is one. */
  readonly note?: string;
}

/** @param roots names of the scanned folders. */
export function reportDocument(
  report: Report,
  knowledge: Knowledge,
  roots: readonly string[],
  rootOf: RootOf,
): ReportDocument {
  const head = reportHead(report, knowledge, roots);
  return { ...head, gaps: report.gaps.map((gap) => gapDocument(gap, report, knowledge, rootOf)) };
}

/** All but the gaps themselves, for those who make the documents of many gaps in slices. */
export function reportHead(
  report: Report,
  knowledge: Knowledge,
  roots: readonly string[],
): Omit<ReportDocument, 'gaps'> {
  const features: Record<string, FeatureDocument> = {};
  const families: Record<string, string> = {};
  for (const { use } of report.gaps) {
    const feature = knowledge.features.get(use.feature);
    if (!feature || use.feature in features) continue;
    const family = knowledge.families.get(feature.family);
    families[feature.family] = family?.title ?? feature.family;
    features[use.feature] = {
      family: feature.family,
      effort: family?.effort ?? 'moderate',
      ...(feature.note !== undefined ? { note: feature.note } : {}),
    };
  }
  return {
    version: DOCUMENT_VERSION,
    roots,
    filesScanned: report.filesScanned,
    bytesScanned: report.bytesScanned,
    buildFilesScanned: report.buildFilesScanned,
    buildBytesScanned: report.buildBytesScanned,
    operationsFilesScanned: report.operationsFilesScanned,
    targets: report.targets.map((target) => ({
      ...targetDocument(target, knowledge),
      operation: operationDocument(target, report, knowledge),
    })),
    families,
    features,
    ...(report.binaries.length > 0 ? { binaries: report.binaries.map(binaryDocument) } : {}),
    skipped: report.skipped,
    problems: report.problems,
  };
}

export function targetDocument(report: TargetReport, knowledge: Knowledge): TargetDocument {
  const { text, name, verdict, figure, leftOut, remarks, settings, operability } = report;
  return {
    target: text,
    name,
    least: verdict.least,
    most: verdict.most,
    because: symbolCounts(verdict.because.map(countedPlace)),
    unless: symbolCounts(verdict.unless.map(countedPlace)),
    conditions: verdict.conditions,
    coverage: verdict.coverage,
    hasUntoldUses: verdict.hasUntoldUses,
    isCovered: verdict.isCovered,
    used: figure.used,
    byBehaviour: figure.byBehaviour,
    unknownFeatures: figure.unknown,
    leftOut,
    remarks,
    settings: settings.map((one) => settingsDocument(one, knowledge)),
    operability: operabilityText(operability),
    facilities: operability.facilities.map(facilityDocument),
  };
}

function countedPlace({ use, severity }: Gap): CountedPlace {
  const { purpose, path } = use;
  return { symbol: use.kind === 'setting' ? subject(use) : use.symbol, purpose, path, severity };
}

function binaryDocument(file: ReadBinaryFile): BinaryDocument {
  return { path: file.path, size: file.size, text: binaryText(file) };
}
