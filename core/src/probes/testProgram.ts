/**
 * What a test program in a build file takes to be compiled: the headers that it includes, and names in its text that
 * are not its own.
 */
import { NOTHING_WANTED, type Wanted } from './probe.js';

/** Longer ones are generated. */
const LONGEST = 20_000;

const WORDS = new Set(
  (
    'if while for switch return sizeof defined do else case goto main int char long short unsigned signed void float ' +
    'double struct union enum static extern const volatile typedef NULL EOF TRUE FALSE bool true false asm __asm__ ' +
    '__attribute__ __typeof__ typeof inline restrict __asm auto register signed _Static_assert _Alignof alignof ' +
    'printf fprintf puts exit abort AC_LANG_PROGRAM AC_LANG_SOURCE AC_INCLUDES_DEFAULT'
  ).split(' '),
);

/** @param text C code, as it is compiled or with variables of a shell in it. */
export function wantedByProgram(text: string): Wanted {
  if (text.length > LONGEST) return { ...NOTHING_WANTED, isOpen: true };
  // Quotes of a script stand around and between the parts of a program.
  const lines = text
    .replace(/\/\*[\s\S]*?\*\/|\/\/.*$/gm, ' ')
    .replace(/#[ \t]*include[ \t]*(?:<[^>\n]*>|"[^"\n]*")/g, '\n$&\n')
    .replace(/[[(,"'][ \t]*(#[ \t]*(?:define|if|ifdef|ifndef)\b)/g, '\n$1');
  const { live, isWhole } = withoutBranches(lines);
  const headers = [...live.matchAll(/^\s*#\s*include\s*<([\w./+-]+)>/gm)].map(([, header]) => header);
  const own = new Set([...live.matchAll(/^\s*#\s*define\s+(\w+)/gm)].map(([, name]) => name));
  const code = live.replace(/^\s*#.*$/gm, ' ').replace(/"(?:[^"\\\n]|\\.)*"|'(?:[^'\\\n]|\\.)*'/g, '0');
  for (const name of ownFunctions(code)) own.add(name);
  for (const [, name] of code.matchAll(/\b(?:struct|union|enum)\s+(\w+)\s*\{/g)) own.add(name);
  const isNamed = (name: string): boolean => !own.has(name) && !WORDS.has(name);
  const called = [...code.matchAll(/(?<![\w.>$]\s*)\b([A-Za-z_]\w*)\s*\(/g)].map(([, name]) => name);
  const declared = [
    ...[...code.matchAll(/\bstruct\s+(\w+)/g)].map(([, name]) => name),
    ...[...code.matchAll(/\b([A-Z][A-Z0-9]*_?[A-Z0-9_]+|\w+_t)\b(?!\s*\()/g)].map(([, name]) => name),
    // Members of a struct of its own are its own.
    ...(/\b(?:struct|union)\b\s*\w*\s*\{/.test(code)
      ? []
      : [...code.matchAll(/(?:[\w)\]]\s*\.|->)\s*([A-Za-z_]\w*)/g)].map(([, name]) => name)),
  ];
  return {
    ...NOTHING_WANTED,
    headers: [...new Set(headers)],
    called: [...new Set(called)].filter(isNamed),
    declared: [...new Set(declared)].filter(isNamed),
    // What a variable of the shell stands for is not known. One on a line of its own includes more headers.
    isOpen: !isWhole || /\$\w|\$\{|@\w+@|\bunion\s+\w/.test(live),
  };
}

/**
 * Without what stands under conditions of its own, and lines that are a variable of the shell: which headers those
 * include cannot be told, and matters little. It is whole unless code was left out.
 */
function withoutBranches(text: string): { live: string; isWhole: boolean } {
  let depth = 0;
  let isWhole = true;
  const lines = text.split('\n').filter((line) => {
    const word = /^\s*#\s*(if|ifdef|ifndef|endif)\b/.exec(line)?.[1];
    if (word === undefined) {
      if (depth > 0 && /^\s*[^\s#]/.test(line)) isWhole = false;
      return depth === 0 && !/^\s*\$\{?\w+\}?\s*$/.test(line);
    }
    depth = Math.max(0, depth + (word === 'endif' ? -1 : 1));
    return false;
  });
  return { live: lines.join('\n'), isWhole };
}

/** Functions that the text defines or declares itself, and variables that it declares. */
function ownFunctions(code: string): string[] {
  const names: string[] = [];
  for (const [, word, name] of code.matchAll(/\b([A-Za-z_]\w*)[\s*]+([A-Za-z_]\w*)\s*[([=;,]/g)) {
    if (!/^(?:return|else|case|goto|do|sizeof)$/.test(word)) names.push(name);
  }
  return names;
}
