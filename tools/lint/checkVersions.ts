/**
 * Versions and options that statements name exist; no two statements of a feature answer the same question.
 */
import type { Statement, TargetFile } from '#core/knowledge/schema.generated.js';
import type { Data } from '../generate/readData.js';
import { eachStatement } from './eachStatement.js';

/** Unknown versions and options, empty ranges, and statements of one scope. */
export function checkVersions(data: Data): string[] {
  const seen = new Set<string>();
  return eachStatement(data).flatMap(({ target, id, place, statement }) => {
    const file = data.curated.get(target);
    if (!file) return [`${place}: no file describes ${target}`];
    const problems = unknownNames(file, statement).map((problem) => `${place}: ${problem}`);
    const { since = '', until = '', option = '' } = statement;
    const scope = [target, id, since, until, option].join(' ');
    if (seen.has(scope)) problems.push(`${place}: said twice`);
    seen.add(scope);
    return problems;
  });
}

function unknownNames(file: TargetFile, { since, until, option }: Statement): string[] {
  const versions = (file.versions ?? []).map((one) => one.id);
  const problems: string[] = [];
  for (const version of [since, until]) {
    if (version !== undefined && !versions.includes(version))
      problems.push(`there is no version "${version}"`);
  }
  const empty =
    since !== undefined && until !== undefined && versions.indexOf(since) >= versions.indexOf(until);
  if (empty) problems.push(`no version is both since ${since} and before ${until}`);
  if (option !== undefined && !Object.hasOwn(file.options ?? {}, option)) {
    problems.push(`there is no option "${option}"`);
  }
  return problems;
}
