/** Longer messages are cut here: the wire allows 2,000 characters, and compatibility forms can unfold to several each. */
const mostCharacters = 4000;

const dashes = /[\u2010-\u2015\u2212\u{FE58}\u{FE63}]/gu;
const singleQuotes = /[\u2018-\u201B\u2032\u00B4`]/gu;
const doubleQuotes = /[\u201C-\u201F\u2033\u00AB\u00BB]/gu;
const arrows = /[\u2190-\u21FF\u2794-\u27BE\u2B05-\u2B0D]|[-=]{1,3}>|\u2708\uFE0F?/gu;
const invisible = /[\p{Cf}\uFE00-\uFE0F\u20E3]/gu;
const unspeakable = /[\p{Cc}\p{Co}\p{Cs}\p{Zl}\p{Zp}\p{Extended_Pictographic}\p{Emoji_Modifier}\p{RI}]/gu;
const gluedSentence = /[.!?;,](?<=(?:\p{Ll}{2}|\d).)(?=\p{L}{2})/gu;
/** "Less then 800", "no later then six": what is compared, since nothing comes after it in time. */
const thenForThan =
  /\b(more|less|fewer|longer|shorter|later|earlier|sooner|cheaper|faster|higher|lower) (?:then|den|dan)(?= ?[$€£\d]| (?:an?|one|two|three|four|five|six|seven|eight|nine|ten|noon|midday|midnight|that|this|those|these|the (?:first|second|last|other|cheapest)) )/gi;
const spaces = /\s{2,4000}|[^\S ]/gu;

/** What most messages are written in: nothing in it is unfolded, dropped or replaced letter by letter. */
const plain = /^[ -_a-~]*$/;

/**
 * The message in one plain form: compatibility characters unfolded (NFKC), straight quotes and dashes, arrows as "to", no control, bidirectional,
 * private-use or picture characters, single spaces. Accents that compose stay, so that "São Paulo" is shown as it was written.
 */
export function normalise(message: string): string {
  const text = message.slice(0, mostCharacters).replace(arrows, ' to ');
  return (plain.test(text) ? text : unfolded(text))
    .replace(gluedSentence, '$& ')
    .replace(spaces, ' ')
    .replace(thenForThan, '$1 than')
    .trim()
    .slice(0, mostCharacters);
}

const unfolded = (text: string): string =>
  text
    .normalize('NFKC')
    .replace(invisible, '')
    .replace(unspeakable, ' ')
    .replace(dashes, '-')
    .replace(singleQuotes, "'")
    .replace(doubleQuotes, '"')
    .replace(/İ/g, 'I');
