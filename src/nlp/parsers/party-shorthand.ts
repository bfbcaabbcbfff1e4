import { Pattern } from '../patterns/pattern.ts';
import { agesBehind } from './party-ages.ts';
import { children, countNoun, some, wordStart, type Reader } from './party-item.ts';
import { adults, child, infant } from './party-words.ts';

/** Parties as forms and travel agencies write them. */
export const shorthand: readonly Reader[] = [
  // "2A 1C 1I", and "2+2 kids".
  [
    new Pattern(`${wordStart}(\\d)a[ ,/+]{0,2}(?:(\\d)c)?[ ,/+]{0,2}(?:(\\d)i)?(?![a-z0-9])`, 'y'),
    ([, count, young, babies]) =>
      young === undefined && babies === undefined
        ? []
        : [
            some('adults', countNoun(count)),
            some('child', Number(young ?? 0)),
            some('infant', Number(babies ?? 0)),
          ],
  ],
  [
    new Pattern(
      `${wordStart}(\\d) ?\\+ ?(\\d)(?: ?\\+ ?(\\d))?(?![\\d:]| ?(?:nights?|days?|stops?|hours?|weeks?|bags?|adults?|pieces?|months?)(?![a-z]))(?:,? ?(?:(kids|children|child|kid)|(infants?|bab(?:y|ies)))(?![a-z])(?:${agesBehind})?)?`,
      'y',
    ),
    ([said, count, young, babies, , isInfants, digits, inWords, limit]) => [
      some('adults', countNoun(count)),
      isInfants
        ? some('infant', Number(young))
        : children(said, Number(young), '', digits ?? inWords ?? limit),
      some('infant', Number(babies ?? 0)),
    ],
  ],
  // "Adults: 2, children: 1 (7)".
  [
    new Pattern(
      `${wordStart}${adults}(?: ?\\([^()]{1,14}\\))?(?: ?[:=] ?| (?=\\d(?:,|;|$| (?:child|kid|infant))))(\\d{1,2})(?!\\d)`,
      'y',
    ),
    ([, count]) => some('adults', Number(count)),
  ],
  [
    new Pattern(
      `${wordStart}${infant}(?: ?\\([^()]{1,14}\\))?(?: ?[:=] ?| (?=\\d(?:,|;|$)))(\\d{1,2})(?!\\d)`,
      'y',
    ),
    ([, count]) => some('infant', Number(count)),
  ],
  [
    new Pattern(
      `${wordStart}(${child})(?: ?\\([^()]{1,14}\\))?(?: ?[:=] ?|(?<=adults?(?:[:=] ?| )\\d{1,2}[,;]? (?:and )?[a-z]{3,8}) )(\\d{1,2})(?!\\d)(?:${agesBehind})?`,
      'y',
    ),
    ([said, noun = '', count, digits, inWords, limit]) =>
      children(said, Number(count), noun, digits ?? inWords ?? limit),
  ],
];
