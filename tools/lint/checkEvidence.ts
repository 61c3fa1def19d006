/**
 * Every statement says where it comes from, in a form that can be followed: a path with a line in a repository of
 * the target, a place where something is absent, or a call on a booted guest. A repository that is of one version
 * says nothing of the others.
 */
import type { Evidence, Statement, TargetFile } from '#core/knowledge/schema.generated.js';
import { holdsFor } from '#core/knowledge/targetSpec.js';
import type { Data } from '../generate/readData.js';
import { eachStatement } from './eachStatement.js';
import { eachSubstitute } from './eachSubstitute.js';

/** Files of which the whole is meant need no line: a header that declares a macro. */
const READ = /^[\w.+@-]+(\/[\w.+@-]+)*(:\d+(-\d+)?)?$/;
/** What was called alone says nothing of how. */
const NAME = /^\s*[\w./-]*\s*$/;
const ABSENT = /^[\w.+@-]+(\/[\w.+@-]+)*\/?$/;

/** Statements without evidence, and evidence that leads nowhere. */
export function checkEvidence(data: Data): string[] {
  return [
    ...statementProblems(data),
    ...libraryProblems(data),
    ...hostBuildProblems(data),
    ...substituteProblems(data),
  ];
}

function statementProblems(data: Data): string[] {
  return eachStatement(data).flatMap(({ target, place, statement }) => {
    const file = data.curated.get(target);
    const keys = Object.keys(file?.repositories ?? {});
    if (statement.evidence.length === 0) return [`${place}: no evidence`];
    return statement.evidence
      .flatMap((one) => [...problemOf(one, keys), ...(file ? ofOtherVersion(one, statement, file) : [])])
      .map((problem) => `${place}: ${problem}`);
  });
}

function libraryProblems(data: Data): string[] {
  return [...data.curated.values()].flatMap((file) => {
    const keys = Object.keys(file.repositories ?? {});
    return Object.entries(file.libraries ?? {}).flatMap(([name, library]) =>
      library.evidence
        .flatMap((one) => [...problemOf(one, keys), ...ofOtherVersion(one, library, file)])
        .map((problem) => `${file.id} library ${name}: ${problem}`),
    );
  });
}

function hostBuildProblems(data: Data): string[] {
  return [...data.curated].flatMap(([target, { hostBuild, repositories }]) =>
    (hostBuild?.evidence ?? [])
      .flatMap((one) => problemOf(one, Object.keys(repositories ?? {})))
      .map((problem) => `${target} hostBuild: ${problem}`),
  );
}

/** A target without a file of its own has no first repository, so that evidence has to name one. */
function substituteProblems(data: Data): string[] {
  const shared = Object.keys(data.debugging.repositories ?? {});
  return eachSubstitute(data).flatMap(({ place, target, substitute }) => {
    const own = Object.keys(data.curated.get(target)?.repositories ?? {});
    if (substitute.evidence.length === 0) return [`${place}: no evidence`];
    return substitute.evidence
      .flatMap((one) => [
        ...problemOf(one, [...own, ...shared]),
        ...(one.repository === undefined && own.length === 0 ? ['no repository is named'] : []),
      ])
      .map((problem) => `${place}: ${problem}`);
  });
}

function problemOf(evidence: Evidence, repositories: readonly string[]): string[] {
  if ('observed' in evidence) {
    const { call } = evidence.observed;
    return NAME.test(call) ? [`an observation of "${call}" without its call, or the test that made it`] : [];
  }
  const path = 'read' in evidence ? evidence.read : evidence.absent;
  const shape = 'read' in evidence ? READ : ABSENT;
  const { repository } = evidence;
  return [
    ...(shape.test(path) ? [] : [`"${path}" is no path`]),
    ...(repository === undefined || repositories.includes(repository)
      ? []
      : [`no repository has the key "${repository}"`]),
  ];
}

/** A statement that does not hold for a version cannot rest on that version's source. */
function ofOtherVersion(
  evidence: Evidence,
  limits: Pick<Statement, 'since' | 'until'>,
  file: TargetFile,
): string[] {
  if ('observed' in evidence) return [];
  const { repositories = {}, versions = [] } = file;
  const { commit } = repositories[evidence.repository ?? Object.keys(repositories)[0]] ?? {};
  const version = versions.find((one) => one.commit === commit);
  if (!version || holdsFor({ versions }, version.id, limits)) return [];
  const path = 'read' in evidence ? evidence.read : evidence.absent;
  return [`"${path}" is of version ${version.id}, for which this does not hold`];
}
