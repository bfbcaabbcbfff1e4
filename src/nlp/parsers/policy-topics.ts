import type { OfferTopic } from '../../domain/understood.ts';
import type { Passage } from '../patterns/passage.ts';
import { Pattern } from '../patterns/pattern.ts';

const child =
  '(?:child(?:ren)?|kids?|toddlers?|bab(?:y|ies)|infants?|minors?|(?:my|our) (?:son|daughter)s?|under[- ]?\\d{1,2}s?)';
const fare = '(?:discounts?|fares?|prices?|rates?|reductions?|tickets?|seats?)';
const bag = '(?:bags?|baggage|luggage|suitcases?|carry[- ]?ons?|hand luggage|cabin bags?|checked bags?)';
const measure = '(?:size|weight|dimensions?|kilos?|kgs?|pounds|lbs|inches|heavy|big|large|weigh)';

/** What airlines decide for all of their flights. In order: the first that matches. */
const topics: readonly (readonly [OfferTopic, Pattern])[] = [
  [
    'infant_seat',
    new Pattern(
      `\\b(?:baby|babies|infants?|toddlers?|child|kid|son|daughter|lap)\\b.{0,40}\\b(?:own seat|seat of (?:his|her|their|its) own|on (?:my|our|a|the) laps?|need (?:a|its|his|her|an?) (?:own )?(?:seat|ticket)|bassinets?)\\b|\\blap (?:infant|child|baby)\\b.{0,20}\\b(?:allowed|possible|ok|fly)\\b|\\bbassinets?\\b`,
    ),
  ],
  [
    'child_fares',
    new Pattern(
      `\\b${child} (?:${fare}\\b|(?:get|pay|fly|travel|go)\\b.{0,25}\\b(?:free|less|discount|cheaper|full|half|reduced))|\\b(?:discounts?|reductions?|reduced (?:fares?|prices?)|cheaper) (?:for|on) (?:the |my |our |a |\\w{1,8} )?(?:${child}|seniors?|students?|military|groups?|pensioners?)\\b|\\b(?:student|senior|military|group|veterans?|pensioner|youth) (?:discounts?|fares?|rates?|prices?)\\b|\\b(?:is|are) (?:the )?(?:${child}) (?:free|cheaper|half price)\\b`,
    ),
  ],
  [
    'payment',
    new Pattern(
      /\bhow (?:do|can|could|would|should|will) (?:i|we|you|one) pay\b|\b(?:pay|paying) (?:with|by|using|via|in (?:instal+ments|cash|advance)|later|monthly|in full)\b|\bpayment (?:methods?|options?|types?|plans?)\b|\b(?:accept|take) (?:pay ?pal|credit cards?|debit cards?|visa|mastercard|amex|american express|cards|apple pay|google pay|klarna|cash|crypto|bitcoin)\b|\binstal+ments\b|\bwhen (?:do|would|will) (?:i|we) (?:have to |need to )?(?:pay|be charged)\b|\bwhere do (?:i|we) pay\b/,
    ),
  ],
  [
    'check_in',
    new Pattern(
      /\bhow (?:early|long before|far in advance|much earlier|much time before|soon)\b.{0,50}\b(?:airport|check[- ]?in|boarding|departure|there|gate)\b|\bwhen (?:do|should|must|does|can) (?:i|we|one) (?:have to |need to |be (?:able to )?)?(?:be at the airport|check[- ]?in|get to the airport|arrive at the airport|board)\b|\bwhat time (?:do|should|must) (?:i|we) (?:have to |need to )?(?:be at|get to|arrive at|check[- ]?in|board)\b.{0,20}|\b(?:online|web|mobile) check[- ]?in\b|\bcheck[- ]?in (?:time|open|close|deadline|online)|\bwhen does (?:check[- ]?in|boarding) (?:open|close|start|begin|end)/,
    ),
  ],
  [
    'bag_size',
    new Pattern(
      `\\b${bag}\\b.{0,25}\\b(?:${measure}|limits?|restrictions?)\\b|\\b(?:${measure}|allowance|restrictions?)s? (?:limits? |restrictions? |allowance )?(?:of|for|on) (?:the |my |a |each |checked |carry[- ]?on |hand ){0,3}${bag}\\b|\\bhow (?:big|large|heavy) (?:can|may|could|is|are|should|does|do)\\b.{0,25}\\b${bag}\\b|\\bhow much (?:can|may|could|should|does|do|must)\\b.{0,25}\\b${bag}\\b.{0,12}\\bweigh\\b`,
    ),
  ],
  [
    'seat_choice',
    new Pattern(
      /\b(?:choose|pick|select|reserve|book|assign(?:ed)?) (?:my |our |a |the |your |specific |advance )?(?:own )?(?:window |aisle )?seats?\b|\bseat (?:selection|choice|assignments?|reservations?)\b|\b(?:will|can|do|would) (?:we|the (?:kids|family)|my family) (?:be able to )?(?:sit|be seated|get seats|be sitting) (?:together|next to each other|beside)\b/,
    ),
  ],
  [
    'animals',
    new Pattern(
      /\b(?:bring|take|fly with|travel with|carry|have|with) (?:along )?(?:my |our |a |an |the )?(?:small |big |large |emotional support |service )?(?:dogs?|cats?|pets?|animals?|pupp(?:y|ies)|kittens?|rabbits?|birds?)\b|\b(?:dogs?|cats?|pets?|animals?) (?:be |are |is |fly |travel |come )?(?:allowed|permitted|accepted|welcome|in (?:the )?cabin|fly|travel|come|cost|fees?|polic(?:y|ies))\b|\bpet[- ]friendly\b/,
    ),
  ],
  [
    'special_bags',
    new Pattern(
      /\b(?:strollers?|prams?|buggy|pushchairs?|car seats?|skis?|snowboards?|surfboards?|golf (?:clubs?|bag)|bicycles?|bikes?|guitars?|musical instruments?|cellos?|wheelchairs?|walkers?|cpap|liquids?)\b/,
    ),
  ],
  [
    'transit',
    new Pattern(
      /\b(?:leave|exit|get out of|go out of) (?:of )?(?:the )?airport\b|\btransit visas?\b|\b(?:clear|go through|pass) (?:customs|immigration|security)\b|\b(?:re-?check|pick up|collect) (?:my |our |the )?(?:bags?|luggage|baggage)\b|\b(?:bags?|luggage|baggage) (?:be )?(?:checked|go|sent|transferred) (?:all the way )?(?:through|straight)\b/,
    ),
  ],
  [
    'miles',
    new Pattern(
      /\b(?:earn|get|collect|accrue|receive) (?:any |my |some |frequent flyer |air |bonus )?(?:miles|points|avios|status)\b|\b(?:frequent[- ]flye?r|loyalty|mileage) (?:programs?|programmes?|points|miles|number|status|card)\b/,
    ),
  ],
];

const asking =
  "^(?:(?:and|so|ok|okay|also|hmm+|but|please|thanks|hi|hello|oh|um+|can you tell me|could you tell me|tell me|do you know|i'd like to know|i want to know|let me know|by the way|btw|question)[,!.:;-]? ){0,3}\\b(?:what(?:'?s| is| are|s)?|which|how|when|where|who|do|does|did|is|are|can|could|may|will|would|should|must|whether|if)\\b";
const question = new Pattern(asking);
/** "Baggage weight limit", with nothing said of wanting it. */
const bare = new Pattern(
  `^(?:the |any |what about |how about |and )?(?:(?:${bag}|carry[- ]?on (?:bag|baggage|luggage)) (?:(?:size|weight|dimensions?) ?(?:limits?|restrictions?|allowances?|rules?)?|limits?|restrictions?|rules?)|payment (?:methods?|options?)|(?:child|student|senior|group|infant) discounts?|seat selection|online check[- ]?in|check[- ]?in times?)[?.!]*$`,
);

/** The policy that a message asks about; null where it asks about none. */
export function readPolicyTopic(passage: Passage): OfferTopic | null {
  if (!question.test(passage) && !bare.test(passage)) return null;
  return topics.find(([, pattern]) => pattern.test(passage))?.[0] ?? null;
}

export const isPolicyQuestion = (passage: Passage): boolean => readPolicyTopic(passage) !== null;
