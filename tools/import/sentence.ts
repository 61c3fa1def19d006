/**
 * Brings the notes of the facts into the form of the data: whole sentences, without marks of how they were found.
 */

/** Words that keep their small letter at the start of a sentence: names of functions, macros and systems. */
const NAME =
  /^[a-z]*[_()0-9*-]|^\S+\/|^(osv|errno|tmpfs|ramfs|rofs|rumpfs|procfs|glibc|musl|kevent|mmap|rusage|pshared|shmget|dlopen|swapcontext|malloc|getchar|isatty|siginfo)\b/;

const BRITISH =
  /\b(un)?(initialise|daemonise|recognise|serialise|synchronise|authorise|honour|neighbour|behaviour)(?=d|s|r|\b)/gi;

/** A sentence with its capital and full stop, made of a few words; empty text stays empty. */
export function sentence(text: string): string {
  const clean = cleanText(text);
  if (clean === '' || NAME.test(clean)) return clean;
  return clean[0].toUpperCase() + clean.slice(1);
}

/** A text that was written as sentences, with its last full stop. What starts with a small letter is a name. */
export function cleanText(text: string): string {
  const clean = text
    .replace(/ ?\(?\[inf\] for (\w+)\)?/g, ' ($1 by reading alone)')
    .replace(/ ?\[inf\]/g, '')
    .replace(BRITISH, (word) => word.replace(/ise$/i, 'ize').replace(/our$/i, 'or'))
    .replace(/; see the flag rows/, '')
    .replace(/ \.\.\./g, ' and others')
    .trim();
  return clean === '' || /[.!?]$/.test(clean) ? clean : `${clean}.`;
}
