/**
 * The report as JSON; `cli/schema/report.schema.json` describes it. Lines and columns count from one here.
 */
import type { ReadBinaryFile } from '#core/binaries/programBinaries.js';
import type { Gap, TargetGap } from '#core/gaps/gap.js';
import { standingAt } from '#core/gaps/standingAt.js';
import { guardTexts } from '#core/guards/guardChain.js';
import type { Knowledge } from '#core/knowledge/knowledge.js';
import { formatTargetSpec } from '#core/knowledge/targetSpec.js';
import { worsenedText } from '#core/messages/comparisonText.js';
import { gapMessage } from '#core/messages/gapMessage.js';
import type { Operability } from '#core/operability/operability.js';
import { effectsOfReport } from '#core/options/effectsOf.js';
import { settingsDocument } from '#core/report/operationDocument.js';
import type { Report, TargetReport } from '#core/report/report.js';
import { NO_PLACE, type SymbolImport, type Use } from '#core/uses/use.js';
import { counts } from './newGaps.js';
import type { UnusedSuppression } from './projectGaps.js';
import type { ScanContext } from './scan/reportScan.js';
import type { ComparedScan } from './scanBaseline.js';

/** Raised by one when a field changes its meaning or goes; added fields leave it. */
export const JSON_VERSION = 1;

/** The document in pieces, one row a line, so that a large one is never held as one string. */
export function* jsonReport(report: Report, context: ScanContext, knowledge: Knowledge): Generator<string> {
  const { compared, uses } = context;
  const head = {
    version: JSON_VERSION,
    roots: context.roots,
    filesScanned: report.filesScanned,
    bytesScanned: report.bytesScanned,
    buildFilesScanned: report.buildFilesScanned,
    buildBytesScanned: report.buildBytesScanned,
    operationsFilesScanned: report.operationsFilesScanned,
    ignoredFiles: context.ignored,
    ignoreDropped: context.ignoreDropped,
    excluded: context.excluded,
    binaries: report.binaries.map(binaryRow),
    ...(context.build ? { build: context.build } : {}),
    skipped: report.skipped,
    problems: report.problems,
    targets: report.targets.map((target) => targetRow(target, report, knowledge)),
    ...(context.since ? { since: context.since } : {}),
    ...(context.whatIf ? { whatIf: context.whatIf } : {}),
    ...(compared ? { baseline: baselineHead(compared) } : {}),
  };
  yield `${JSON.stringify(head).slice(0, -1)},\n"gaps": [`;
  yield* rows(report.gaps, (gap) => gapRow(gap, report, knowledge, compared));
  yield '],\n"options": [';
  yield* rows(effectsOfReport(report, knowledge), (effect) => effect);
  yield '],\n"suppressed": [';
  const suppressed = context.listsSuppressed ? context.suppressed : [];
  yield* rows(suppressed, ({ gap, reason, by }) => ({
    ...gapRow(gap, report, knowledge, undefined),
    reason,
    by,
  }));
  yield '],\n"unusedSuppressions": [';
  yield* rows(context.unusedSuppressions, unusedRow);
  yield ']';
  if (uses) {
    yield ',\n"uses": [';
    const [judgement] = report.judgements;
    yield* rows(uses, (use) => useRow(use, standingAt(use, judgement).tags));
    yield ']';
  }
  yield '}\n';
}

/** Lines and columns count from one. */
function targetRow(target: TargetReport, report: Report, knowledge: Knowledge): object {
  const { text, name, verdict, figure, leftOut, remarks, settings, operability } = target;
  return {
    target: text,
    name,
    verdict: {
      least: verdict.least,
      most: verdict.most,
      conditions: verdict.conditions,
      coverage: Number(verdict.coverage.toFixed(4)),
      isCovered: verdict.isCovered,
    },
    figure: { used: figure.used, ...figure.byBehaviour },
    unknownFeatures: figure.unknown,
    leftOut,
    remarks,
    settings: settings.map((one) => settingsDocument(one, knowledge)),
    scorecard: report.scorecardOf(target),
    operability: operabilityRow(operability),
  };
}

function operabilityRow({ byLevel, facilities }: Operability): object {
  return {
    byLevel,
    facilities: facilities.map(({ facility, level, features }) => ({
      id: facility.id,
      title: facility.title,
      level,
      features: features.map(({ feature, level: own, substitute, places, count }) => ({
        feature,
        level: own,
        ...(substitute ? { what: substitute.what } : {}),
        ...(substitute?.command === undefined ? {} : { command: substitute.command }),
        count,
        places: places.map(({ path, line, column }) => ({ path, line: line + 1, column: column + 1 })),
      })),
    })),
  };
}

function baselineHead({ gone, worsened }: ComparedScan): object {
  return { gone, worsened: worsened.map(worsenedText) };
}

const ROWS_A_CHUNK = 500;

export function* rows<T>(items: readonly T[], row: (item: T) => object): Generator<string> {
  for (let i = 0; i < items.length; i += ROWS_A_CHUNK) {
    const chunk = items.slice(i, i + ROWS_A_CHUNK).map((item) => `\n${JSON.stringify(row(item))}`);
    yield (i > 0 ? ',' : '') + chunk.join(',');
  }
}

function gapRow(gap: Gap, report: Report, knowledge: Knowledge, compared: ComparedScan | undefined): object {
  return {
    ...useRow(
      gap.use,
      gap.tags.filter((tag) => !gap.use.tags.some((own) => own === tag)) as readonly string[],
    ),
    severity: gap.severity,
    message: gapMessage(gap, knowledge),
    ...(compared && counts(gap) ? { isNew: compared.isNew.has(gap) } : {}),
    ...(gap.programs.length > 0 ? { programs: gap.programs } : {}),
    ...(gap.importedBy ? { importedBy: gap.importedBy } : {}),
    ...(gap.inSource ? { inSource: gap.inSource } : {}),
    targets: gap.targets.map((one) => ({
      target: formatTargetSpec(one.target, knowledge.targets.get(one.target.id)),
      behaviour: one.behaviour,
      severity: one.severity,
      decided: one.isDecided,
      tags: one.tags,
      ...(one.case.returns !== undefined ? { returns: one.case.returns } : {}),
      ...(one.case.errno !== undefined ? { errno: one.case.errno } : {}),
      ...(one.case.effect !== undefined ? { effect: one.case.effect } : {}),
      ...undecidedFields(gap, one, report),
      note: one.case.note ?? one.statement.note ?? '',
      evidence: one.statement.evidence,
    })),
  };
}

/** What nobody can decide around a gap, and on which options of the build that hangs. */
function undecidedFields(gap: Gap, one: TargetGap, report: Report): object {
  if (one.undecided.length === 0) return {};
  return { undecided: one.undecided, options: report.hangOf(gap, one)?.options ?? [] };
}

function binaryRow(file: ReadBinaryFile): object {
  const { path, size, kind, machine, bits, isStatic, soname, needed, unreadLibraries, imports, systemCalls } =
    file;
  return {
    path,
    size,
    kind,
    machine,
    bits,
    byteOrder: file.isLittleEndian ? 'little' : 'big',
    isStatic,
    isPlatform: file.isPlatform,
    soname,
    needed,
    unreadLibraries,
    imports,
    ...(systemCalls === undefined ? {} : { systemCalls }),
    ...(file.kind === 'archive' ? { members: file.members } : {}),
  };
}

function importFields({ library, version, isWeak }: SymbolImport): object {
  return {
    ...(library === undefined ? {} : { library }),
    ...(version === undefined ? {} : { version }),
    weak: isWeak,
  };
}

function unusedRow({ path, line, column, features, message }: UnusedSuppression): object {
  return { path, line, column, features, severity: 'information', message };
}

function useRow(use: Use, targetTags: readonly string[]): object {
  return {
    path: use.path,
    ...(use.line === NO_PLACE ? {} : { line: use.line + 1, column: use.column + 1 }),
    name: use.name,
    symbol: use.symbol,
    feature: use.feature,
    kind: use.kind,
    ...(use.imported ? importFields(use.imported) : {}),
    ...(use.purpose !== undefined ? { purpose: use.purpose } : {}),
    guards: guardTexts(use.guard),
    tags: [...use.tags, ...targetTags],
  };
}
