/**
 * The reports of several folders as one document. Each folder is judged by itself, so every target appears once a
 * folder.
 */
import { DOCUMENT_VERSION, type ReportDocument } from './reportDocument.js';

export function joinedDocuments(documents: readonly ReportDocument[]): ReportDocument {
  if (documents.length === 1) return documents[0];
  const roots = documents.flatMap((document) => document.roots);
  const inRoot = (root: number, path: string): string => `${roots[root]}/${path}`;
  return {
    version: DOCUMENT_VERSION,
    roots,
    rootUris: documents.flatMap((document) => document.rootUris ?? []),
    filesScanned: documents.reduce((sum, one) => sum + one.filesScanned, 0),
    bytesScanned: documents.reduce((sum, one) => sum + one.bytesScanned, 0),
    buildFilesScanned: documents.reduce((sum, one) => sum + (one.buildFilesScanned ?? 0), 0),
    buildBytesScanned: documents.reduce((sum, one) => sum + (one.buildBytesScanned ?? 0), 0),
    suppressedGaps: documents.reduce((sum, one) => sum + (one.suppressedGaps ?? 0), 0),
    targets: documents.flatMap((one, root) =>
      one.targets.map((target) => ({ ...target, name: `${target.name} · ${roots[root]}` })),
    ),
    families: Object.assign({}, ...documents.map((one) => one.families)),
    features: Object.assign({}, ...documents.map((one) => one.features)),
    gaps: documents.flatMap((one, root) => one.gaps.map((gap) => ({ ...gap, root }))),
    skipped: documents.flatMap((one, root) =>
      one.skipped.map(({ path, reason }) => ({ path: inRoot(root, path), reason })),
    ),
    problems: documents.flatMap((one, root) =>
      one.problems.map(({ path, reason }) => ({ path: inRoot(root, path), reason })),
    ),
  };
}
