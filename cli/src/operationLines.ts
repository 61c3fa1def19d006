/**
 * The second answer in the terminal: what people rely on to look into the program, and what does it on each target.
 */
import { LEVEL_WORDS } from '#core/messages/operabilityText.js';
import { type FacilityCell, type FacilityRow, facilityRows } from '#core/operability/facilityTable.js';
import type { TargetDocument } from '#core/report/reportDocument.js';
import type { Style } from './style.js';

const PLACES_SHOWN = 5;
const NAMES_SHOWN = 6;
const WAYS_SHOWN = 3;

export function operationLines(targets: readonly TargetDocument[], style: Style): string[] {
  const rows = facilityRows(targets);
  if (rows.length === 0) return [];
  return [style.bold(`Operation (${rows.length})`), ...rows.flatMap((row) => rowLines(row, style)), ''];
}

function rowLines({ title, names, places, count, targets }: FacilityRow, style: Style): string[] {
  const more = names.length > NAMES_SHOWN ? ` and ${names.length - NAMES_SHOWN} more` : '';
  const rest = count > PLACES_SHOWN ? ` and ${count - PLACES_SHOWN} more` : '';
  const shown = places.slice(0, PLACES_SHOWN).join('  ');
  return [
    `  ${title}: ${names.slice(0, NAMES_SHOWN).join(', ')}${more}`,
    ...(shown === '' ? [] : [style.dim(`      ${shown}${rest}`)]),
    ...targets.flatMap((cell) => cellLines(cell, style)),
  ];
}

function cellLines({ target, level, ways }: FacilityCell, style: Style): string[] {
  if (level === undefined) return [];
  const [first, ...others] = ways.slice(0, WAYS_SHOWN);
  const lines = [`      ${target}: ${LEVEL_WORDS[level]}${first ? `: ${first.what}` : ''}`];
  for (const { what } of others) lines.push(`        ${what}`);
  const commands = ways.slice(0, WAYS_SHOWN).flatMap(({ command }) => command ?? []);
  for (const command of new Set(commands)) {
    lines.push(style.dim(`        $ ${command}`));
  }
  return lines;
}
