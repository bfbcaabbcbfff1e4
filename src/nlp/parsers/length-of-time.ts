import { numberWords } from '../number-words.ts';
import type { Passage } from '../patterns/passage.ts';
import { Pattern } from '../patterns/pattern.ts';

const pattern = new Pattern(
  /(?<![\d.:])(\d{1,3}|an|a|one|two|three|four|five|six|seven|eight|nine|ten|twelve|fifteen|twenty|half an)(?:[.,](\d)|( and a half))?(?: |-)?(h|hrs?|hours?|m|mins?|minutes?)(?![a-z])(?: ?(?:and )?(\d{1,2})(?: ?(?:m|mins?|minutes?))?(?![\d:a-z]))?/g,
);

const words: Readonly<Record<string, number>> = { ...numberWords, an: 1, a: 1, 'half an': 0.5 };

export interface LengthOfTime {
  readonly minutes: number;
  readonly start: number;
  readonly end: number;
}

/** Lengths of time in hours and minutes: "10 hours", "an hour and a half", "2h30". */
export function findLengthsOfTime(text: Passage): LengthOfTime[] {
  return pattern.matches(text).map((match) => {
    const [whole, figure = '', decimal, half, unit = '', extra] = match;
    const value = (words[figure] ?? Number(figure)) + (decimal ? Number(decimal) / 10 : 0) + (half ? 0.5 : 0);
    const minutes = unit.startsWith('h') ? value * 60 + Number(extra ?? 0) : value;
    return { minutes: Math.round(minutes), start: match.index, end: match.index + whole.length };
  });
}
