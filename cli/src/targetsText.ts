/**
 * `unigap targets`: what can be asked for.
 */
import type { Knowledge } from '#core/knowledge/knowledge.js';

export function targetsText(knowledge: Knowledge): string {
  let text = '';
  for (const target of knowledge.targets.values()) {
    const newest = target.versions.at(-1)?.id;
    text += `${target.id}  ${target.name}\n    ${target.summary}\n`;
    for (const version of target.versions) {
      const name = version.id === newest ? target.id : `${target.id}@${version.id}`;
      text += `    ${name.padEnd(20)} ${version.id}, ${version.date} (${version.commit})${version.id === newest ? ', the default' : ''}\n`;
    }
    for (const [id, option] of Object.entries(target.options)) {
      text += `    ${`${target.id}+${id}`.padEnd(20)} ${option.title}\n`;
    }
  }
  return text;
}
