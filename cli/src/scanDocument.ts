/**
 * The report of a scan as a document, for the formats that are made from one.
 */
import type { Knowledge } from '#core/knowledge/knowledge.js';
import type { Report } from '#core/report/report.js';
import { type ReportDocument, reportDocument } from '#core/report/reportDocument.js';
import type { ScanContext } from './scanCommand.js';

export function scanDocument(report: Report, context: ScanContext, knowledge: Knowledge): ReportDocument {
  const { prefixes } = context;
  const document =
    prefixes.length === 1
      ? reportDocument(report, knowledge, context.roots, theOnlyRoot)
      : reportDocument(report, knowledge, prefixes.map(folderOf), rootByPrefix(prefixes));
  return { ...document, ignoredFiles: context.ignored, ignoreDropped: context.ignoreDropped };
}

interface RootedPath {
  readonly root: number;
  readonly path: string;
}

/** Paths of a single folder have nothing before them. */
function theOnlyRoot(path: string): RootedPath {
  return { root: 0, path };
}

/** Of folders in each other the inner one has the file. */
function rootByPrefix(prefixes: readonly string[]): (path: string) => RootedPath {
  const longestFirst = prefixes
    .map((prefix, root) => ({ prefix, root }))
    .sort((a, b) => b.prefix.length - a.prefix.length);
  return (path) => {
    const { prefix, root } = longestFirst.find((one) => path.startsWith(one.prefix)) ?? {
      prefix: '',
      root: 0,
    };
    return { root, path: path.slice(prefix.length) };
  };
}

function folderOf(prefix: string): string {
  return prefix === '' ? '.' : prefix.slice(0, -1);
}
