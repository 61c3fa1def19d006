/**
 * Which files are read, and as what, by the end of their name.
 */
export interface SourceLanguage {
  readonly cplusplus: boolean;
}

const C_FILE = /\.(?:c|h|xs|l|y|def|inc|i|c\.in|h\.in|c-\w+|h-\w+)$/i;
const CPLUSPLUS_FILE = /\.(?:cc|cpp|cxx|c\+\+|hh|hpp|hxx|ipp|tcc|ll|yy)$/i;

/** The language of a file, or undefined if it is not read. `.C` and `.H` in capitals are C++. */
export function sourceLanguage(path: string): SourceLanguage | undefined {
  if (CPLUSPLUS_FILE.test(path) || /\.[CH]$/.test(path)) return { cplusplus: true };
  // `Makefile.inc` is of a Makefile, whatever else ends so.
  return C_FILE.test(path) && !/(?:^|\/)Makefile\.\w+$/.test(path) ? { cplusplus: false } : undefined;
}
