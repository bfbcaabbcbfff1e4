import type { Passage } from '../patterns/passage.ts';
import { Pattern } from '../patterns/pattern.ts';
import type { Pointed } from './offer-words.ts';

const flightNumber = new Pattern(
  /(?<![a-z0-9.:/-])(?!co ?2\b)([a-z]{2}|[a-z]\d|\d[a-z]) ?(\d{1,4})(?![\d:a-z]|\/|[.,]\d|-\d| ?(?:am|pm|people|adults|tickets|hours?|stops?|nights?|days?|weeks?|minutes|dollars|euros|usd|eur|bags?)\b)/g,
);
const notCarriers: ReadonlySet<string> = new Set(
  'at to in on by of is or my me we us go no be do so as an am pm it if up he ok rs kr hi'.split(' '),
);
const comparing = new Pattern(
  /\bcompar(?:e|ing)\b|\b(?:better|cheaper|faster|nicer|worse|dearer|quicker)(?: than|[,:]? (?:\S{1,8} )?(?:the )?\ue002 or) (?:the )?\ue002/,
);
/** "Why not", "why is there no", before the airline that is missed. */
const missed =
  /\bwhy (?:not(?: show)?|no|isn't|is there no|are there no|isn't there|aren't there|don't i see|do i not see|is|are|did(?:n't)? you (?:not )?(?:show|include))(?: me)?(?: an?| any| the)? $/;

/** "The ◆ one". */
const ofAirline = /^(?:'s)? (?:one|flight|option|offer|ticket|fare|itinerary)(?![a-z])/;
const pointing = /\b(?:the|that|this) (?:\S{1,12} )?$/;

/** Offers by the numbers of their flights, or by their airlines. */
export function readNamedOffers(
  passage: Passage,
  airlines: readonly { readonly at: number; readonly code: string }[],
): Pointed[] {
  const { text } = passage;
  const found: Pointed[] = [];
  for (const [whole, carrier = '', number = ''] of flightNumber.matches(passage)) {
    if (!notCarriers.has(carrier))
      found.push({
        at: text.indexOf(whole),
        reference: { by: 'flight', carrier: carrier.toUpperCase(), number: String(Number(number)) },
      });
  }
  const areCompared = airlines.length > 1 && comparing.test(passage);
  for (const { at, code } of airlines) {
    const before = text.slice(0, at);
    const isOne = ofAirline.test(text.slice(at + 1)) && pointing.test(before);
    for (const points of [isOne, missed.test(before), areCompared])
      if (points) found.push({ at, reference: { by: 'airline', carrier: code } });
  }
  return found;
}
