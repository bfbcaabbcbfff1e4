import { enlist, passageOf, type Passage } from './passage.ts';

/** A regular expression that is only tried on passages that hold a word it needs. */
export class Pattern {
  readonly regex: RegExp;
  /** Its place among all patterns. */
  readonly number: number;

  constructor(regex: RegExp | string, flags?: string) {
    this.regex = new RegExp(regex, flags);
    this.number = enlist(this.regex);
  }

  /** False where the passage holds no word without which the pattern matches nothing. */
  mayMatch({ open }: Passage): boolean {
    return ((open[this.number >> 5] ?? -1) & (1 << (this.number & 31))) !== 0;
  }

  test(passage: Passage): boolean {
    if (!this.mayMatch(passage)) return false;
    this.regex.lastIndex = 0;
    return this.regex.test(passage.text);
  }

  /** The first match. */
  exec(passage: Passage): RegExpExecArray | null {
    if (!this.mayMatch(passage)) return null;
    this.regex.lastIndex = 0;
    return this.regex.exec(passage.text);
  }

  /** Every match of a global pattern, in order. */
  matches(passage: Passage): readonly RegExpExecArray[] {
    if (!this.mayMatch(passage)) return none;
    const { regex } = this;
    const { text } = passage;
    let found: RegExpExecArray[] | undefined;
    regex.lastIndex = 0;
    for (let match = regex.exec(text); match !== null; match = regex.exec(text)) {
      (found ??= []).push(match);
      if (match[0] === '') regex.lastIndex += 1;
    }
    return found ?? none;
  }

  /** The passage with what a global pattern matches overwritten with spaces. */
  blankIn(passage: Passage): Passage {
    if (!this.test(passage)) return passage;
    return passageOf(passage.text.replace(this.regex, (words) => ' '.repeat(words.length)));
  }
}

const none: readonly RegExpExecArray[] = [];
