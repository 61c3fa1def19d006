/**
 * Goes through the words of one command, from its program on, and finds the programs that these start.
 */
import { FIND_ACTIONS, SHELLS, STARTERS, type Starter } from './startingPrograms.js';

/** What a word of a command is. */
export type WordRole = 'program' | 'line' | 'other';

export class CommandWords {
  private starter: Starter | undefined;
  private operandsLeft = 0;
  /** The word that comes is the value of an option. */
  private isValue = false;
  private isShell = false;
  private isFind = false;
  private expects: WordRole = 'other';

  /** The program itself, by its base name. */
  begin(name: string): void {
    this.starter = STARTERS.get(name);
    this.operandsLeft = this.starter?.operands ?? 0;
    this.isValue = false;
    this.isShell = SHELLS.has(name);
    this.isFind = name === 'find';
    this.expects = 'other';
  }

  /** What the next word is; `begin` has to follow where it is a program. `undefined` is a word that nobody can read. */
  next(word: string | undefined): WordRole {
    const { expects } = this;
    this.expects = 'other';
    if (expects !== 'other') return word === undefined ? 'other' : expects;
    if (this.isShell) this.shellWord(word);
    else if (this.isFind && word !== undefined && FIND_ACTIONS.has(word)) this.expects = 'program';
    else if (this.starter) return this.starterWord(word, this.starter);
    return 'other';
  }

  private shellWord(word: string | undefined): void {
    if (word !== undefined && /^-\w*c$/.test(word)) this.expects = 'line';
    if (word === undefined) this.isShell = false;
  }

  private starterWord(word: string | undefined, { valued }: Starter): WordRole {
    if (this.isValue) {
      this.isValue = false;
      return 'other';
    }
    if (word === undefined) {
      // It may be an option or the program: what follows is not known.
      if (this.operandsLeft === 0) this.starter = undefined;
      else this.operandsLeft--;
      return 'other';
    }
    if (/^[-+]./.test(word)) {
      this.isValue = valued.includes(word);
      return 'other';
    }
    if (/^\w+=/.test(word)) return 'other';
    if (this.operandsLeft > 0) {
      this.operandsLeft--;
      return 'other';
    }
    return 'program';
  }
}
