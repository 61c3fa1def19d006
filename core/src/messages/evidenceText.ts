/**
 * Evidence in words: which line was read, where nothing was found, which call was made on a booted guest.
 */
import type { TargetInfo } from '../knowledge/knowledge.js';
import type { Evidence } from '../knowledge/schema.generated.js';

/**
 * The kinds of evidence of a statement in a few words, with the first line that was read.
 * @param version the version of the target that is asked about: evidence of another one says so.
 */
export function evidenceSummary(evidence: readonly Evidence[], info?: TargetInfo, version?: string): string {
  const read = evidence.find((one) => 'read' in one);
  const absent = evidence.find((one) => 'absent' in one);
  const observed = evidence.find((one) => 'observed' in one);
  const parts: string[] = [];
  if (read && 'read' in read) parts.push(`read ${read.read}${ofVersion(read, info, version)}`);
  else if (absent && 'absent' in absent)
    parts.push(`absent from ${absent.absent}${ofVersion(absent, info, version)}`);
  if (observed) parts.push(`observed on a booted guest${ofVersion(observed, info, version)}`);
  return parts.join('; ');
}

/** @param version the version that is asked about: evidence of another one says so. */
export function evidenceText(evidence: Evidence, info: TargetInfo, version?: string): string {
  const where = ofVersion(evidence, info, version);
  if ('observed' in evidence) {
    const { call, returns, errno, effect } = evidence.observed;
    const results = [
      ...(returns !== undefined ? [`returned ${returns}`] : []),
      ...(errno !== undefined
        ? [errno === 'unchanged' ? 'errno unchanged' : errno === 'zero' ? 'errno 0' : `errno ${errno}`]
        : []),
      ...(effect !== undefined ? [effect] : []),
    ];
    const remark = evidence.remark ? ` (${evidence.remark})` : '';
    return `observed${where}: ${call}${results.length > 0 ? ` → ${results.join(', ')}` : ''}${remark}`;
  }
  const repository = info.repositories[repositoryKey(evidence, info)];
  const source = repository ? `${repository.name}@${repository.commit}` : evidence.repository;
  return 'read' in evidence
    ? `read${where}: ${source} ${evidence.read}`
    : `absent${where} from: ${source} ${evidence.absent}`;
}

/** ` (master)` where evidence is of another version than the one that is asked about, else nothing. */
function ofVersion(evidence: Evidence, info?: TargetInfo, version?: string): string {
  if (!info || version === undefined) return '';
  const own = versionOf(evidence, info);
  return own === undefined || own === version ? '' : ` (${own})`;
}

/** The version that evidence is of; undefined for a repository that is of none. Guests of the newest are booted. */
function versionOf(evidence: Evidence, info: TargetInfo): string | undefined {
  if ('observed' in evidence) return info.versions.at(-1)?.id;
  const commit = info.repositories[repositoryKey(evidence, info)]?.commit;
  return info.versions.find((one) => one.commit === commit)?.id;
}

function repositoryKey(evidence: { repository?: string }, info: TargetInfo): string {
  return evidence.repository ?? Object.keys(info.repositories)[0];
}
