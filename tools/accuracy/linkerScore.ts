/**
 * Findings of a package against the functions that its shipped binaries import.
 */
import type { Finding } from './findings.js';

export interface LinkerScore {
  readonly both: number;
  /** Found, not imported. */
  readonly foundOnly: readonly string[];
  /** Imported, not found. */
  readonly importedOnly: readonly string[];
}

export function scoreImports(
  findings: readonly Finding[],
  imported: readonly string[],
  names: ReadonlySet<string>,
): LinkerScore {
  const truth = new Set(imported.filter((name) => names.has(name)));
  const found = new Set(findings.map((one) => one.name));
  const foundOnly = [...found].filter((name) => !truth.has(name)).sort();
  return {
    both: found.size - foundOnly.length,
    foundOnly,
    importedOnly: [...truth].filter((name) => !found.has(name)).sort(),
  };
}
