import { enlist, insteadOf, readOnce, type Passage } from './passage.ts';

/** A regular expression that is only tried on passages that hold a word it needs. */
export class Pattern {
  readonly regex: RegExp;
  /** Its place among all patterns. */
  readonly number: number;
  // What a passage that is known remembers of this pattern.
  private readonly first = {};
  private readonly every = {};
  private readonly blank = {};

  constructor(regex: RegExp | string, flags?: string) {
    this.regex = new RegExp(regex, flags);
    this.number = enlist(this.regex);
  }

  /** False where the passage holds no word without which the pattern matches nothing, or where it was tried in vain. */
  mayMatch({ open }: Passage): boolean {
    return ((open[this.number >> 5] ?? -1) & (1 << (this.number & 31))) !== 0;
  }

  test(passage: Passage): boolean {
    if (!this.mayMatch(passage)) return false;
    this.regex.lastIndex = 0;
    const found = this.regex.test(passage.text);
    if (!found) this.closeIn(passage);
    return found;
  }

  /** The first match. */
  exec(passage: Passage): RegExpExecArray | null {
    if (!this.mayMatch(passage)) return null;
    return readOnce(passage, this.first, () => {
      this.regex.lastIndex = 0;
      const match = this.regex.exec(passage.text);
      if (!match) this.closeIn(passage);
      return match;
    });
  }

  /** Every match of a global pattern, in order. */
  matches(passage: Passage): readonly RegExpExecArray[] {
    if (!this.mayMatch(passage)) return none;
    return readOnce(passage, this.every, () => this.findIn(passage));
  }

  /** The passage with what a global pattern matches overwritten with spaces. */
  blankIn(passage: Passage): Passage {
    if (!this.test(passage)) return passage;
    return readOnce(passage, this.blank, () =>
      insteadOf(
        passage,
        passage.text.replace(this.regex, (words) => ' '.repeat(words.length)),
      ),
    );
  }

  private findIn(passage: Passage): readonly RegExpExecArray[] {
    const { regex } = this;
    const { text } = passage;
    const found: RegExpExecArray[] = [];
    regex.lastIndex = 0;
    for (let match = regex.exec(text); match !== null; match = regex.exec(text)) {
      found.push(match);
      if (match[0] === '') regex.lastIndex += 1;
    }
    if (found.length === 0) this.closeIn(passage);
    return found;
  }

  private closeIn({ open }: Passage): void {
    open[this.number >> 5] = (open[this.number >> 5] ?? -1) & ~(1 << (this.number & 31));
  }
}

const none: readonly RegExpExecArray[] = [];
