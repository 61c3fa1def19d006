/**
 * Large records have sorted keys, so that two people who add to one do not write to the same line.
 */
import type { Data } from '../generate/readData.js';

/** One problem a record: its first key that is out of order. */
export function checkSortedKeys(data: Data): string[] {
  const records: [string, object][] = [
    ['features.json', data.features.features],
    ['relations.json', data.relations.functions],
    ['symbols.json', data.symbols.interfaces],
    ['commands.json', data.commands.commands],
    ['debugging.json', data.debugging.facilities],
    ['replacements.json', data.replacements.replacements],
    ['servers.json', data.servers.servers],
    ...Object.entries(data.debugging.facilities).map(([id, byTarget]): [string, object] => [
      `debugging.json: ${id}`,
      byTarget,
    ]),
    ...[...data.curated].map(([id, file]): [string, object] => [`targets/${id}.json`, file.statements]),
    ...[...data.extracted].map(([id, file]): [string, object] => [`extracted/${id}.json`, file.statements]),
  ];
  return records.flatMap(([name, record]) => {
    const keys = Object.keys(record);
    const wrong = keys.findIndex((key, index) => index > 0 && keys[index - 1] > key);
    return wrong < 0 ? [] : [`${name}: ${keys[wrong]} stands after ${keys[wrong - 1]}`];
  });
}
