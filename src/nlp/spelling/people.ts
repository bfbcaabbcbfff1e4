import { nearPeople } from './keywords.ts';

/** What stands before somebody's name; "on friday and sundey" goes on with days. */
const personBefore =
  /\b(?:with|me,?|for|mr|mrs|ms|miss|dr|my (?:friend|mate|buddy|colleague|boss|wife|husband|partner|girlfriend|boyfriend|son|daughter|brother|sister|mother|father|mum|mom|dad|uncle|aunt|cousin|nephew|niece|boy|girl)|called|named|(?<!(?:day|days|january|february|march|april|may|june|july|august|september|october|november|december|\d(?:st|nd|rd|th)?) )(?:and|&))[. ] ?$/i;
const personAfter = /^,? (?:(?:and|&|,) )?(?:me|i|myself|my)\b/i;
/** What makes a capitalised word a day or a month within a sentence. */
const dateBefore =
  /(?:\d(?:st|nd|rd|th)?|\b(?:on|in|next|this|last|by|of|until|till|before|after|every|early|mid|late|coming|between))[,. -]{1,2}$/i;
const dateAfter = /^,? (?:the )?\d/;

/**
 * Whether a word that looks like a mistyped day, month or airline is somebody's name where it stands: "with Sundar". Names come from another
 * letter or one less; whose letters only changed places, and what ends like the days of the week, was mistyped.
 */
export function isPerson(key: string, plain: string, text: string, start: number, end: number): boolean {
  if (!nearPeople.has(plain) || key.endsWith('day') || haveSameLetters(key, plain)) return false;
  const before = text.slice(Math.max(0, start - 24), start);
  const after = text.slice(end, end + 16);
  if (personBefore.test(before) || personAfter.test(after)) return true;
  const isCapital = text.charAt(start) !== key.charAt(0) && text.charAt(start + 1) === key.charAt(1);
  return isCapital && before !== '' && !dateBefore.test(before) && !dateAfter.test(after);
}

const haveSameLetters = (one: string, other: string): boolean => sorted(one) === sorted(other);
const sorted = (word: string): string => Array.from(word).sort().join('');
