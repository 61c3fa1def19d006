/**
 * Compares the marks of a fixture with what a scan finds in it.
 */
import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import { basename } from 'node:path';
import type { Gap } from '#core/gaps/gap.js';
import { formatTargetSpec } from '#core/knowledge/targetSpec.js';
import { reportOf } from '#core/report/report.js';
import type { Use } from '#core/uses/use.js';
import { type Fixture, parseFixture, sourcesOf, withMarks } from './fixture.js';
import { shippedKnowledge, targetOf } from './knowledge.js';
import { type Mark, type MarkedGap, markText } from './mark.js';
import { endColumnOf, problemOfPlace } from './placeOfUse.js';
import { scanFiles } from './scan.js';

/** A mark and where it stands; `line` counts from zero. */
interface PlacedMark {
  readonly path: string;
  readonly line: number;
  readonly mark: Mark;
}

/** Fails if a fixture's marks are not what a scan finds; with `UPDATE` in the environment rewrites them instead. */
export async function checkFixture(file: string): Promise<void> {
  const fixture = parseFixture(basename(file), readFileSync(file));
  const found = await foundIn(fixture);
  if (process.env.UPDATE) writeFileSync(file, rewritten(fixture, found));
  else assert.deepEqual(differences(fixture, found), []);
}

/** Differences between marks and scan: `+` in front of what is found and not marked, `-` of the contrary. */
export async function fixtureProblems(path: string, content: string): Promise<string[]> {
  const fixture = parseFixture(path, Buffer.from(content));
  return differences(fixture, await foundIn(fixture));
}

/** The fixture with the marks that a scan would give it. */
export async function updatedFixture(path: string, content: string): Promise<string> {
  const fixture = parseFixture(path, Buffer.from(content));
  return Buffer.from(rewritten(fixture, await foundIn(fixture))).toString();
}

function differences(fixture: Fixture, found: readonly PlacedMark[]): string[] {
  const missing = marked(fixture);
  const surplus: string[] = [];
  for (const one of found.map(told)) {
    const index = missing.indexOf(one);
    if (index < 0) surplus.push(`+ ${one}`);
    else missing.splice(index, 1);
  }
  return [...surplus, ...missing.map((one) => `- ${one}`)];
}

async function foundIn(fixture: Fixture): Promise<PlacedMark[]> {
  const { options } = fixture;
  const knowledge = shippedKnowledge();
  const sources = sourcesOf(fixture);
  const targets = options.targets.map(targetOf);
  const scan = await scanFiles(sources, { allUses: options.allUses, targets: options.targets });
  assert.deepEqual(scan.skipped, []);
  const report = reportOf(scan, knowledge, {
    targets,
    minSeverity: 'information',
    definesFor: () => options.defines,
  });
  const gaps = new Map(report.gaps.map((gap) => [gap.use, gap]));
  const marks: PlacedMark[] = [];
  for (const use of scan.uses) {
    const bytes = sources[use.path];
    assert.equal(problemOfPlace(use, bytes), undefined);
    const isAsked =
      options.only.length === 0 ||
      options.only.some((id) =>
        id.endsWith('*') ? use.feature.startsWith(id.slice(0, -1)) : use.feature === id,
      );
    const differs = use.operation !== undefined || knowledge.differs(use.feature);
    if (!isAsked || !(options.allUses || differs)) continue;
    const placed = { path: use.path, line: use.line, mark: markOf(use, gaps.get(use), bytes) };
    // A mark tells a severity if it is asked to, or if it did so before.
    const tells =
      options.severities || marksAt(fixture, placed).some(({ severity }) => severity !== undefined);
    marks.push(tells ? placed : { ...placed, mark: { ...placed.mark, severity: undefined } });
  }
  return marks;
}

function markOf(use: Use, gap: Gap | undefined, bytes: Uint8Array): Mark {
  const knowledge = shippedKnowledge();
  const gaps = (gap?.targets ?? []).map(
    (one): MarkedGap => ({
      target: formatTargetSpec(one.target, knowledge.targets.get(one.target.id)),
      behaviour: one.substitute?.level ?? one.behaviour,
      isDecided: one.isDecided,
      tags: [...one.tags].sort(),
    }),
  );
  gaps.sort((a, b) => (a.target < b.target ? -1 : 1));
  return {
    column: use.column,
    end: endColumnOf(use, bytes),
    feature: use.feature,
    kind: use.kind,
    symbol: use.symbol,
    purpose: use.purpose,
    severity: gap?.severity,
    tags: [...use.tags].sort(),
    gaps,
  };
}

/** The marks of a fixture, told as `told` does. */
function marked(fixture: Fixture): string[] {
  const marks: string[] = [];
  for (const file of fixture.files) {
    file.lines.forEach((entry, line) => {
      for (const mark of entry.marks) marks.push(told({ path: file.path, line, mark }));
    });
  }
  return marks;
}

function told({ path, line, mark }: PlacedMark): string {
  return `${path}:${line + 1}:${mark.column}-${mark.end} ${markText(mark)}`;
}

/** The fixture's own marks for the same feature at the same place. */
function marksAt(fixture: Fixture, { path, line, mark }: PlacedMark): readonly Mark[] {
  const marks = fixture.files.find((file) => file.path === path)?.lines[line]?.marks ?? [];
  return marks.filter((one) => one.feature === mark.feature && one.column === mark.column);
}

function rewritten(fixture: Fixture, found: readonly PlacedMark[]): Uint8Array {
  return withMarks(fixture, (path, line) =>
    found
      .filter((one) => one.path === path && one.line === line)
      .map(({ mark }) => mark)
      .sort((a, b) => a.column - b.column),
  );
}
