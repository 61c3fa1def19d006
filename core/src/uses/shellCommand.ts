/**
 * Programs named in a command line for the shell, as far as a reader can tell without running it.
 */

export interface ProgramName {
  /** Base name of the program. */
  readonly name: string;
  /** Offset in the text, in characters. */
  readonly offset: number;
}

const RESERVED = new Set([
  ...'if then else elif fi for in do done while until case esac select function time ! { } [ [[ ]] ]'.split(
    ' ',
  ),
  ...': . alias bg break cd continue eval exec exit export false fg getopts hash jobs local pwd read readonly'.split(
    ' ',
  ),
  ...'return set shift source test times trap true type ulimit umask unalias unset wait command echo printf'.split(
    ' ',
  ),
]);
/** Programs that run the program named after them. */
const PREFIXES = new Set('exec command nohup nice env sudo time setsid xargs then do else ! { ('.split(' '));

/** Programs that a shell would start for this command line, in order; assignments and redirections are no names. */
export function programsOf(commandLine: string): ProgramName[] {
  const programs: ProgramName[] = [];
  let expectsProgram = true;
  let skipNext = false;
  for (const match of commandLine.matchAll(TOKEN)) {
    const token = match[0];
    if (/^(?:\|\|?|&&?|;|\n|\(|`|\$\()$/.test(token)) {
      expectsProgram = true;
      continue;
    }
    if (/^\d*[<>]/.test(token)) {
      skipNext = /^\d*(?:>>?|<)$/.test(token);
      continue;
    }
    if (skipNext) {
      skipNext = false;
      continue;
    }
    if (!expectsProgram || /^\w+=/.test(token)) continue;
    const word = token.replace(/^["']|["']$/g, '');
    const name = word.slice(word.lastIndexOf('/') + 1);
    if (RESERVED.has(name) || RESERVED.has(word)) {
      expectsProgram = PREFIXES.has(name);
      continue;
    }
    expectsProgram = PREFIXES.has(name);
    // A name that the program fills in (%s, $EDITOR) is not known.
    if (/^[A-Za-z_][\w.+-]*$/.test(name)) programs.push({ name, offset: match.index });
  }
  return programs;
}

const TOKEN = /\|\|?|&&|\d*>>?(?:&\d)?|\d*<|&|;|\n|\$\(|`|\(|\)|"[^"]*"|'[^']*'|[^\s|&;<>()`"']+/g;
