import type { Passage } from '../patterns/passage.ts';
import { Pattern } from '../patterns/pattern.ts';
import type { TripType } from '../../domain/trip.ts';

const patterns: readonly (readonly [TripType, Pattern])[] = [
  [
    'one_way',
    new Pattern(
      /\b(?:one|1|single)[- ]?way\b(?! or another)|\bone[- ]?ways?\b(?! or another)|\boneways?\b|\bsingle (?:ticket|fare)s?\b|\boutbound only\b|\bjust (?:there|going|the way there|the outbound)\b|\bonly (?:going|the outbound|the way there|there)\b/g,
    ),
  ],
  [
    'one_way',
    new Pattern(
      /\b(?:no|without(?: a| any| the)?|forget(?: about)?(?: the| my)?|drop(?: the| my)?|skip(?: the| my)?|cancel(?: the| my)?|remove(?: the| my)?|scrap(?: the| my)?|leave out(?: the| my)?|(?:don't|do not|dont|won't|doesn't) (?:need|want|be needing|require)(?: a| the| any| my| to)?|no need for(?: a| the)?|not) return\b(?! (?:(?:flights?|legs?|trips?|journeys?) )?(?:(?:on|before|after|by|until|to|from|at)\b|\ue001))(?: (?:flight|ticket|trip|leg|date|journey))?|\bno need to (?:return|come back)|\b(?:not|won't be|never) (?:coming back|returning|going back)\b(?! (?:any )?(?:before|after|until|till|earlier|later|on|at|by)\b)/g,
    ),
  ],
  [
    'round_trip',
    new Pattern(
      /\bround[- ]?(?:trip(?:per)?s?|flights?|tickets?|fares?)\b|\breturn[- ](?:tickets?|trips?|fares?|flights? (?:too|also|as well|please|then)|journeys?)\b|\b(?<!\b(?:the|my|our) )return flights? (?:from )?(?=\ue000 ?(?:to|-|>) ?\ue000)|\b(?:a|the|some|any|book|find|need|want|get|economy|business|cheap|for|is) (?:\ue002 )?return flights?\b|\b(?:go|going|fly|flying|travel)?(?: there)? ?and (?:then )?back(?: again)?(?=[ .,!?]|$)|\bboth (?:ways|directions)\b|\btwo[- ]ways?\b|\b2[- ]way\b|\bout and back\b|\bback and forth\b|\bto and fro\b|\bwith (?:a |the |my )?return\b|\breturn (?:included|as well|too|also)\b|\b(?:need|want|add|plus|include) (?:a |the |my )return\b|\bmake it (?:a )?return\b|\breturn (?:from )?\ue000 ?(?:to|-|>|\/)? ?\ue000|\ue000 return(?= (?:in|for|please)\b| ?\ue001)|^(?:(?:yes|yeah|oh|sorry|and|also|actually|it's|its|make it)[,.]? |no, ){0,2}(?:a )?return(?: (?:please|pls|thanks|flights?))?[.!]?$|\b(?:com(?:e|ing) back|return(?:ing)?|back|fly(?:ing)? (?:back|home)|go(?:ing)? (?:back|home)) (?:whenever|any ?time|any day|at some point|eventually)\b/g,
    ),
  ],
  [
    'multi_city',
    new Pattern(
      /\bmulti[- ]?(?:city|cities|leg|stop|destination)s?\b|\b(?:several|multiple|many) (?:cities|destinations|stops on the way)\b|\bopen[- ]jaw\b|\bround[- ]the[- ]world\b/g,
    ),
  ],
];

const denied =
  /\b(?:not|isn't|instead of|rather than|don't want|do not want|no longer|don't need|don't|do not|dont|won't|no need for) (?:a |an |the |any |be )?$/;

/** The trip type a message names; where it names two, the last one that is not denied. */
export function readTripType(passage: Passage): TripType | null {
  let last = -1;
  let said: TripType | null = null;
  for (const [type, pattern] of patterns) {
    for (const match of pattern.matches(passage)) {
      if (match.index < last || denied.test(passage.text.slice(Math.max(0, match.index - 25), match.index)))
        continue;
      last = match.index;
      said = type;
    }
  }
  return said;
}
