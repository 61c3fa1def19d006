/**
 * Evidence as Markdown, with a link to the line of the target's source.
 */
import type { TargetInfo } from '../knowledge/knowledge.js';
import type { Evidence } from '../knowledge/schema.generated.js';
import { evidenceText } from './evidenceText.js';
import { markdownText } from './markdownText.js';

/** Repositories are named as on GitHub, where every commit can be read. */
export function evidenceLink(evidence: Evidence, info: TargetInfo): string {
  const text = markdownText(evidenceText(evidence, info));
  if ('observed' in evidence) return text;
  const place = 'read' in evidence ? evidence.read : evidence.absent;
  const repository = info.repositories[evidence.repository ?? Object.keys(info.repositories)[0]];
  if (!repository) return text;
  const [, path, line] = /^(.*?)(?::(\d+)(?:-\d+)?)?$/.exec(place) ?? [];
  if (path === undefined || !/^[\w./+-]+$/.test(path)) return text;
  const kind = path.endsWith('/') ? 'tree' : 'blob';
  const anchor = line === undefined ? '' : `#L${line}`;
  return `[${text}](https://github.com/${repository.name}/${kind}/${repository.commit}/${path}${anchor})`;
}
