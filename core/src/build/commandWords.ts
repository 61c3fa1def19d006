/**
 * Words of one command as a compile database or a response file writes it: quotes and backslashes of a POSIX shell,
 * and nothing that a shell would run or put in.
 */

/** Never throws: what is not closed ends with the text. */
export function commandWords(command: string): string[] {
  const words: string[] = [];
  let word: string | undefined;
  for (let i = 0; i < command.length; i++) {
    const c = command[i];
    if (c === ' ' || c === '\t' || c === '\n' || c === '\r') {
      if (word !== undefined) words.push(word);
      word = undefined;
      continue;
    }
    // A backslash at the end of a line carries the line on.
    if (c === '\\' && command[i + 1] === '\n') {
      i++;
      continue;
    }
    word ??= '';
    if (c === '\\') {
      i++;
      if (i < command.length) word += command[i];
    } else if (c === "'") {
      const close = command.indexOf("'", i + 1);
      const end = close < 0 ? command.length : close;
      word += command.slice(i + 1, end);
      i = end;
    } else if (c === '"') {
      for (i++; i < command.length && command[i] !== '"'; i++) {
        if (command[i] === '\\' && /["\\$`\n]/.test(command[i + 1] ?? '')) i++;
        if (command[i] !== '\n' || command[i - 1] !== '\\') word += command[i];
      }
    } else word += c;
  }
  if (word !== undefined) words.push(word);
  return words;
}
