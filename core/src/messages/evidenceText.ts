/**
 * Evidence in words: which line was read, where nothing was found, which call was made on a booted guest.
 */
import type { TargetInfo } from '../knowledge/knowledge.js';
import type { Evidence } from '../knowledge/schema.generated.js';

/** The kinds of evidence of a statement in a few words, with the first line that was read. */
export function evidenceSummary(evidence: readonly Evidence[]): string {
  const read = evidence.find((one) => 'read' in one);
  const absent = evidence.find((one) => 'absent' in one);
  const parts: string[] = [];
  if (read && 'read' in read) parts.push(`read ${read.read}`);
  else if (absent && 'absent' in absent) parts.push(`absent from ${absent.absent}`);
  if (evidence.some((one) => 'observed' in one)) parts.push('observed on a booted guest');
  return parts.join('; ');
}

export function evidenceText(evidence: Evidence, info: TargetInfo): string {
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
    return `observed: ${call}${results.length > 0 ? ` → ${results.join(', ')}` : ''}${remark}`;
  }
  const key = evidence.repository ?? Object.keys(info.repositories)[0];
  const repository = info.repositories[key];
  const source = repository ? `${repository.name}@${repository.commit}` : key;
  return 'read' in evidence
    ? `read: ${source} ${evidence.read}`
    : `absent from: ${source} ${evidence.absent}`;
}
