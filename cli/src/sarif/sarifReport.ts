/**
 * The report as SARIF 2.1.0, for code scanning and for viewers of results. The gaps of the program are its results;
 * those in tests, examples and the like are counted, as in the text.
 */
import type { Feature, Knowledge } from '#core/knowledge/knowledge.js';
import { apartCounts } from '#core/report/placeKind.js';
import type { Report } from '#core/report/report.js';
import { rows } from '../jsonReport.js';
import { counts } from '../newGaps.js';
import type { ScanContext } from '../scan/reportScan.js';
import { VERSION } from '../version.js';
import { physicalLocation, type SarifPlace, WORKING_FOLDER } from './sarifPlace.js';
import { message, SarifResults } from './sarifResult.js';
import { sarifRule } from './sarifRules.js';

const SCHEMA = 'https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json';

/** The log in pieces, one rule or result a line. */
export function* sarifReport(report: Report, context: ScanContext, knowledge: Knowledge): Generator<string> {
  const gaps = report.gaps.filter(counts);
  const suppressed = context.listsSuppressed ? context.suppressed.filter(({ gap }) => counts(gap)) : [];
  const ids = new Set([...gaps, ...suppressed.map(({ gap }) => gap)].map(({ use }) => use.feature));
  const features = [...ids].sort().flatMap((id): readonly Feature[] => {
    const feature = knowledge.features.get(id);
    return feature ? [feature] : [];
  });
  const indices = new Map(features.map(({ id }, i) => [id, i]));
  const targets = report.targets.map(({ target }) => target);
  const results = new SarifResults(context, knowledge, indices);

  yield `{"$schema": ${JSON.stringify(SCHEMA)}, "version": "2.1.0", "runs": [{\n`;
  yield `"tool": {"driver": {"name": "unigap", "version": "${VERSION}", "semanticVersion": "${VERSION}", "rules": [`;
  yield* rows(features, (feature) => sarifRule(feature, targets, knowledge));
  yield ']}},\n';
  const head = {
    columnKind: 'utf16CodeUnits',
    originalUriBaseIds: { [WORKING_FOLDER]: { description: { text: 'The working folder of the scan.' } } },
    invocations: [invocation(report, context)],
    properties: runProperties(report, context),
  };
  yield `${JSON.stringify(head).slice(1, -1)},\n"results": [`;
  yield* rows(gaps, (gap) => results.told(gap));
  if (gaps.length > 0 && suppressed.length > 0) yield ',';
  yield* rows(suppressed, (one) => results.suppressed(one));
  yield ']}]}\n';
}

/** What was not read, not wholly read or not listed, and what is wrong with suppressions. */
function invocation(report: Report, { unusedSuppressions, pathFromHere }: ScanContext): object {
  const notification = (level: string, text: string, path?: string, place?: SarifPlace): object => ({
    level,
    message: message(text),
    ...(path === undefined
      ? {}
      : { locations: [{ physicalLocation: physicalLocation(pathFromHere + path, place) }] }),
  });
  const apart = apartCounts(report.gaps, ({ use }) => use);
  return {
    executionSuccessful: true,
    toolExecutionNotifications: [
      ...report.skipped.map(({ path, reason }) => notification('warning', `not scanned: ${reason}`, path)),
      ...report.problems.map(({ path, reason }) => notification('warning', `read in part: ${reason}`, path)),
      ...(apart.length > 0 ? [notification('note', `gaps that are not listed: ${apart.join(', ')}`)] : []),
    ],
    toolConfigurationNotifications: unusedSuppressions.map(({ path, line, column, message: text }) =>
      notification('note', text, path, { line: line - 1, column: column - 1 }),
    ),
  };
}

function runProperties(report: Report, { compared }: ScanContext): object {
  return {
    filesScanned: report.filesScanned,
    bytesScanned: report.bytesScanned,
    targets: report.targets.map(({ text, name, verdict, figure }) => ({
      target: text,
      name,
      least: verdict.least,
      most: verdict.most,
      figure: { used: figure.used, ...figure.byBehaviour },
    })),
    ...(compared ? { goneSinceBaseline: compared.gone } : {}),
  };
}
