/**
 * Requests for whole-workspace answers: the report, its exports, features and their pages, targets.
 */
import { type CancellationToken, LSPErrorCodes, ResponseError } from 'vscode-languageserver';
import { formatTargetSpec } from '#core/knowledge/targetSpec.js';
import { featurePage, titleOf } from '#core/messages/featurePage.js';
import { type GapDocument, gapDocument } from '#core/report/gapDocument.js';
import { joinedDocuments } from '#core/report/joinedDocuments.js';
import { nameOf } from '#core/report/report.js';
import { type ReportDocument, reportHead } from '#core/report/reportDocument.js';
import { exportedReport } from './exportedReport.js';
import type { Folder } from './folder/folder.js';
import {
  EXPORT_REQUEST,
  type ExportParams,
  FEATURE_PAGE_REQUEST,
  FEATURES_REQUEST,
  type FeatureItem,
  type FeaturePageParams,
  REPORT_REQUEST,
  type ReportParams,
  SCAN_REQUEST,
  type StatusParams,
  TARGETS_REQUEST,
  type TargetItem,
} from './protocol.js';
import { answerQuestion, ClientProgress, slicesUntil, throwIfCancelled } from './question.js';
import type { Session } from './session.js';

export function answerReports(session: Session): void {
  const { connection } = session;
  answerQuestion<ReportParams, ReportDocument>(connection, REPORT_REQUEST, ({ workDoneToken }, token) =>
    report(session, token, workDoneToken),
  );
  answerQuestion<ExportParams, string>(
    connection,
    EXPORT_REQUEST,
    async ({ format, target, workDoneToken }, token) => {
      const document = await report(session, token, workDoneToken);
      // Who is handed a report need not learn where its files lie.
      const wanted = { format: format ?? 'json', ...(target === undefined ? {} : { target }) };
      return exportedReport({ ...document, rootUris: undefined }, wanted, session);
    },
  );
  answerQuestion<ReportParams, StatusParams>(connection, SCAN_REQUEST, async ({ workDoneToken }, token) => {
    await settled(session, token, workDoneToken);
    session.feed.wantAll();
    return session.loader.countGaps();
  });
  answerQuestion<FeaturePageParams, string | null>(
    connection,
    FEATURE_PAGE_REQUEST,
    ({ feature }) => featurePage(String(feature), session.services.knowledge) ?? null,
  );
  answerQuestion(connection, FEATURES_REQUEST, () => features(session));
  answerQuestion(connection, TARGETS_REQUEST, () => targets(session));
}

/** The report of all folders, when they are up to date. */
async function report(
  session: Session,
  token: CancellationToken,
  workDoneToken: ReportParams['workDoneToken'],
): Promise<ReportDocument> {
  await settled(session, token, workDoneToken);
  const pause = slicesUntil(token, session.services.yieldTurn);
  const documents: ReportDocument[] = [];
  for (const folder of session.folders.all) documents.push(await folderDocument(folder, session, pause));
  return joinedDocuments(documents);
}

async function folderDocument(
  folder: Folder,
  { services: { knowledge } }: Session,
  pause: () => Promise<void>,
): Promise<ReportDocument> {
  const { report, suppressedGaps, build } = await folder.report(pause);
  const gaps: GapDocument[] = [];
  for (const gap of report.gaps) {
    await pause();
    gaps.push(gapDocument(gap, report, knowledge, (path) => ({ root: 0, path })));
  }
  return {
    ...reportHead(report, knowledge, [folder.uri.name]),
    rootUris: [folder.uri.uri],
    gaps,
    suppressedGaps,
    ...(build ? { build } : {}),
  };
}

/** Resolves when all folders are up to date; rejects if the client has cancelled meanwhile. */
async function settled(
  session: Session,
  token: CancellationToken,
  workDoneToken: ReportParams['workDoneToken'],
): Promise<void> {
  const progress = new ClientProgress(session.connection, workDoneToken);
  const listener = (percentage: number, message: string): void => progress.report(percentage, message);
  progress.begin('Unigap: reading the workspace');
  session.loader.listeners.add(listener);
  try {
    await session.loader.settle(token);
    throwIfCancelled(token);
    // A report of what happened to be read by then would be a wrong one.
    if (session.folders.all.some((folder) => !folder.isLoaded && folder.failure === undefined)) {
      throw new ResponseError(LSPErrorCodes.ServerCancelled, 'the reading of the workspace was cancelled');
    }
  } finally {
    session.loader.listeners.delete(listener);
    progress.end();
  }
}

function features({ services: { knowledge } }: Session): FeatureItem[] {
  return [...knowledge.features.values()]
    .map((feature) => ({
      id: feature.id,
      name: titleOf(feature),
      kind: feature.kind,
      family: knowledge.families.get(feature.family)?.title ?? feature.family,
    }))
    .sort((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : 0));
}

/** Every target in every version, and with each option alone. */
function targets({ services: { knowledge }, folders, settings }: Session): TargetItem[] {
  const [folder] = folders.withLoose;
  const selected = new Set(
    folder
      ? folder.settings.targets.map((spec) => formatTargetSpec(spec, knowledge.targets.get(spec.id)))
      : settings.targets,
  );
  return [...knowledge.targets.values()].flatMap((info) => {
    const newest = info.versions[info.versions.length - 1];
    const specs = [
      { id: info.id, version: newest.id, options: [] as string[] },
      ...info.versions.slice(0, -1).map(({ id }) => ({ id: info.id, version: id, options: [] as string[] })),
      ...Object.keys(info.options).map((option) => ({ id: info.id, version: newest.id, options: [option] })),
    ];
    return specs.map((spec) => {
      const target = formatTargetSpec(spec, info);
      const [option] = spec.options;
      const summary = option === undefined ? info.summary : info.options[option].summary;
      return { target, name: nameOf(spec, knowledge), summary, isSelected: selected.has(target) };
    });
  });
}
