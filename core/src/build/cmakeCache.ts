/**
 * `CMakeCache.txt`: options and the answers of checks, by the names that projects give their macros, too.
 */

const ON = /^(?:1|ON|YES|TRUE|Y)$/i;
const OFF = /^(?:0|OFF|NO|FALSE|N|IGNORE|.*NOTFOUND|)$/i;

/** Texts of macros by name, null for what is off or was not found. */
export function readCMakeCache(text: string): Map<string, string | null> {
  const macros = new Map<string, string | null>();
  for (const line of text.split('\n')) {
    const match = /^"?([A-Za-z_]\w*)"?:(BOOL|INTERNAL)=(.*?)\r?$/.exec(line);
    if (!match) continue;
    const [, name, type, value] = match;
    // What CMake keeps for itself is no answer of a check.
    if (type === 'INTERNAL' && !/(?:^|_)HA(?:VE|S)_/.test(name)) continue;
    if (ON.test(value)) macros.set(name, '1');
    else if (OFF.test(value)) macros.set(name, null);
  }
  return macros;
}
