/**
 * Porting notes have the same headings in the same order, and every slug that a feature names exists.
 */
import type { Data } from '../generate/readData.js';

/** Headings of a note, in their order; the title above them is the note's own. */
export const NOTE_HEADINGS = ['Why it breaks', 'On each target', 'Recipe', 'Effort', 'Evidence'] as const;

/** Notes of another form, slugs that lead nowhere, and notes that no feature names. */
export function checkPortingNotes(data: Data): string[] {
  const problems: string[] = [];
  for (const [slug, text] of data.notes) {
    const headings = [...text.matchAll(/^## (.*)$/gm)].map((match) => match[1].trim());
    if (!/^# \S/.test(text)) problems.push(`${slug}.md: no title`);
    if (headings.join('|') !== NOTE_HEADINGS.join('|')) {
      problems.push(`${slug}.md: headings are ${headings.join(', ') || 'none'}`);
    }
  }
  const named = new Set<string>();
  for (const [id, { note }] of Object.entries(data.features.features)) {
    if (note === undefined) continue;
    named.add(note);
    if (!data.notes.has(note)) problems.push(`${id}: there is no note "${note}"`);
  }
  for (const slug of data.notes.keys()) {
    if (!named.has(slug)) problems.push(`${slug}.md: no feature names it`);
  }
  return problems;
}
