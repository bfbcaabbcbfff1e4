import type { OfferTopic } from '../../domain/understood.ts';
import type { Passage } from '../patterns/passage.ts';
import { Pattern } from '../patterns/pattern.ts';

const child =
  '(?:child(?:ren)?|kids?|toddlers?|bab(?:y|ies)|infants?|minors?|(?:my|our) (?:son|daughter)s?|under[- ]?\\d{1,2}s?)';
const fare = '(?:discounts?|fares?|prices?|rates?|reductions?|tickets?|seats?)';
const bag = '(?:bags?|baggage|luggage|suitcases?|carry[- ]?ons?|hand luggage|cabin bags?|checked bags?)';
const measure = '(?:size|weight|dimensions?|kilos?|kgs?|pounds|lbs|inches|heavy|big|large|weigh)';

const you = '(?:i|we|you|one)';
const priceWord = '(?:prices?|fares?|offers?|deals?|rates?)';

/** Asked with or without the words of a question. */
const plainlySaid: readonly (readonly [OfferTopic, Pattern])[] = [
  [
    'booking',
    new Pattern(
      [
        '\\b(?:did|have) you (?:already |just |actually )?(?:book|buy|reserve|order|purchase|bought|charge)(?:e?d)?\\b',
        '\\b(?:is|are|was|am) (?:it|that|this|they|the (?:flight|ticket|trip|seat|booking)s?|everything|i|we) (?:already |all |now |actually |really |fully )*(?:booked(?! out)|reserved|ticketed|paid for|paid)\\b',
        "\\b(?:know|sure|see|check|tell) (?:if |whether |that )?(?:it(?:'?s| is)|that(?:'s| is)|we're|i'm|they're) (?:really |actually |now )?(?:booked|reserved|ticketed)\\b",
        '\\b(?:send|e-?mail|text|mail|whatsapp)(?: me| us)?(?: my| our| the| an?)? (?:e-?)?(?:tickets?|confirmation|booking|receipt|boarding pass(?:es)?)\\b',
        `\\b(?:how|where) (?:do|can|should|would|could|will) ${you} (?:actually |then |now |go and )?(?:book|buy|reserve|order|purchase|get (?:the|my|our) tickets?|check ?out)\\b`,
        `\\b(?:can|could|may) (?:i|we) (?:book|buy|reserve|purchase) (?:it |this |that |them |tickets |flights )?(?:here|through (?:you|this)|with you|on (?:here|this (?:site|page))|from you)\\b`,
        "\\b(?:send|give|share|text|mail|e-?mail|provide|post|is there|do you have|have you got|can i (?:get|have)|i need|where(?:'s| is)|what(?:'s| is))(?: me| us)? (?:an? |the |your )?(?:booking |direct |purchase |payment )?(?:link|url|website|web ?page|booking page)\\b",
        "^(?:(?:ok|okay|so|and|great|good|thanks|alright|cool|well)[,.!]? ){0,3}(?:what(?:'s| is| happens| comes)? (?:next|now)|now what|next steps?|what(?:'s| is| are) the next steps?|what (?:do|should|must|can) (?:i|we) (?:have to |need to )?do (?:now|next|then))(?: then)?[?.!]*$",
        '\\b(?:is|are) (?:it|this|that|you|this (?:site|app|page|service)|the (?:site|app)) (?:(?:a |really |actually )?(?:scam|legit(?:imate)?|trustworthy|reliable|for real)|safe to (?:book|buy|pay|use))\\b|\\bcan i trust (?:you|this)\\b',
        '\\b(?:get|receive|sent|send me) (?:a |my |the |any )?(?:confirmation|e-?ticket|booking (?:reference|number|code)|receipt)\\b|\\b(?:did|has|have) (?:it|that|the (?:booking|payment)) (?:go|went|gone) through\\b|\\b(?:have|was|am|were) (?:i|we) (?:been )?charged\\b',
        '\\bdo you (?:sell|issue) tickets\\b',
        '\\b(?:when|how|where) (?:do|can|will|would|should) (?:i|we) (?:get|receive|collect|pick up|have) (?:my|our|the) (?:e-?)?tickets?\\b',
      ].join('|'),
    ),
  ],
  [
    'price_changes',
    new Pattern(
      [
        `\\b(?:how long|until when|till when) (?:will|is|does|would|are|do|can) (?:this|that|the|these|it|those)? ?(?:current |quoted )?(?:${priceWord} )?(?:be |stay |remain )?(?:lasts?|holds?|valid|good|available|guaranteed|locked|kept|the same)\\b`,
        `\\b(?:when|how soon) (?:does|do|will) (?:the|this|that|these|those) (?:${priceWord}) (?:expire|run out|end|change|go up|go down|drop)\\b`,
        `\\b(?:will|would|might|could|do you think|are|is) (?:the |this |these |that |those )?(?:flights? |ticket )?(?:${priceWord}|they|it) (?:will |to |likely to |going to )?(?:go|going|come|get|drop|fall|rise|increase|decrease|change|be)(?: (?:up|down|lower|higher|cheaper|more expensive))\\b(?! (?:on|in|if|from|to|for) )`,
        `\\b(?:will|might|could) (?:the |this |these |that )(?:flights? |ticket )?${priceWord} (?:drop|fall|rise|increase|decrease|change)\\b`,
        "\\bshould (?:i|we) (?:wait|hold off|(?:book|buy) (?:it |this |that |them )?(?:now|today|right away|soon|already|quickly))\\b|\\bbetter to (?:wait|(?:book|buy) (?:it )?(?:now|today|later))\\b|\\b(?:wait|book|buy)(?: it)?(?: now)? or (?:wait|book|buy)\\b|\\b(?:when(?:'s| is)|what(?:'s| is)) the best (?:time|day) to (?:buy|book)\\b",
        `\\b(?:is|are) (?:it|this|that|these|those|(?:the|this|that|these) ${priceWord})(?: really)? (?:an? )?(?:good|fair|great|decent|reasonable|normal|usual|typical)(?: ${priceWord})\\b`,
      ].join('|'),
    ),
  ],
];

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
      /\b(?:choose|pick|select|reserve|book|assign(?:ed)?) (?:my |our |a |the |your |specific |advance )?(?:own )?(?:window |aisle )?seats?\b|\b(?:window|aisle|exit row|front row|bulkhead|extra[- ]legroom) seats?\b|\bseats? (?:with|in|near|by|at) (?:(?:the|an?|more|extra) ){0,2}(?:legroom|leg room|space|front|back|window|aisle|exit|wing)\b|\bextra leg ?room\b|\b(?:pay|charge|paying)(?: extra| more)? for (?:a |the |my |our |each )?seats?\b|\b(?:seats?|places) (?:all )?(?:together|next to each other|side by side)\b|\binclude (?:my |our |an? |the )?(?:own )?seats?\b|\bseat (?:selection|choice|assignments?|reservations?)\b|\b(?:will|can|do|would|are) (?:we|the (?:kids|family)|my family) (?:be able to )?(?:sit|be seated|get seats|be sitting|sitting|seated) (?:all )?(?:together|next to each other|beside)\b/,
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
    'disruption',
    new Pattern(
      /\b(?:miss|missed|missing|lose) (?:my|the|our|a) (?:(?:connecting|onward|second|return|next) )?(?:connection|flight|plane|train)\b|\b(?:flights?|planes?|(?:first|second) (?:flight|leg|one)|it|they|airline) (?:(?:is|are|gets?|was|were|be|has been) (?:\w{2,10} )?(?:delayed|cancell?ed|late|overbooked|diverted)|cancels?)\b|\b(?:get bumped|overbook(?:ed|ing)|compensation)\b|\b(?:bags?|luggage|baggage|suitcases?) (?:is|are|gets?|get) (?:lost|delayed|damaged|stolen)\b|\blose (?:my|our) (?:bags?|luggage|baggage|suitcases?)\b/,
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
  "^(?:(?:and|so|ok|okay|also|hmm+|but|please|thanks|hi|hello|hey|oh|um+|wait|actually|well|right|alright|sorry|great|good|cool|anyway|one more thing|one more question|another question|quick question|can you tell me|could you tell me|tell me|do you know|i'd like to know|i want to know|let me know|by the way|btw|question)[,!.:;-]? ){0,3}\\b(?:what(?:'?s| is| are|s)?|which|how|when|where|who|do|does|did|is|are|can|could|may|will|would|should|must|whether|if)\\b";
/** "I can pay with ◆?", "the bags go straight through?": a question in the order of a statement. */
const stated =
  '^(?:(?:and|so|ok|okay|also|but|please|thanks|hi|hello|oh)[,!.:;-]? ){0,3}(?:i|we|you|it|this|that|there|the|they|my|our) [^?]{3,90}\\?$';
const question = new Pattern(`${asking}|${stated}`);
/** "Baggage weight limit", with nothing said of wanting it. */
const bare = new Pattern(
  `^(?:the |any |what about |how about |and )?(?:(?:${bag}|carry[- ]?on (?:bag|baggage|luggage)) (?:(?:size|weight|dimensions?) ?(?:limits?|restrictions?|allowances?|rules?)?|limits?|restrictions?|rules?)|payment (?:methods?|options?)|(?:child|student|senior|group|infant) discounts?|seat selection|online check[- ]?in|check[- ]?in times?)[?.!]*$`,
);

/** The policy that a message asks about; null where it asks about none. */
export function readPolicyTopic(passage: Passage): OfferTopic | null {
  const said = plainlySaid.find(([, pattern]) => pattern.test(passage))?.[0];
  if (said) return said;
  if (!question.test(passage) && !bare.test(passage)) return null;
  return topics.find(([, pattern]) => pattern.test(passage))?.[0] ?? null;
}

export const isPolicyQuestion = (passage: Passage): boolean => readPolicyTopic(passage) !== null;
