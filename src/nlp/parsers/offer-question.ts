import { asksAdvice } from './advice.ts';
import { asksAvailability } from './availability.ts';
import { countPattern } from './count.ts';
import { readTopic } from './offer-topic.ts';
import { asksOfList } from './offer-list.ts';
import { askedFigure } from './offer-positions.ts';
import { count, ordinal, thing } from './offer-words.ts';
import { isPolicyQuestion } from './policy-topics.ts';
import { asksAboutStop } from './stop-question.ts';
import { marks } from '../skeleton.ts';
import { partOf, type Passage } from '../patterns/passage.ts';
import { Pattern } from '../patterns/pattern.ts';

const start =
  "^(?:(?:and|so|ok|okay|also|hmm+|great|good|nice|perfect|well|but|please|thanks|thank you|yes|yeah|no|sure|alright|cool|wow|hi|hello|hey|wait|actually|right|anyway|sorry|sir|madam|kindly|one more thing|one more question|quick question|another question|oh|um+|sounds good|can you tell me|could you tell me|tell me|do you know|i'd like to know|i want to know|may i know|let me know|i would like to know|please tell me|(?:i )?wonder|\\(?[1-9][.):])[,!.:;-]? ){0,4}" +
  `(?:(?:and |but )?(?:for |about |on |with |as for |regarding |what about |how about )?(?:(?:the |that )?${ordinal}(?: ${thing})?|(?:the|that) [${marks.airline}${marks.date}](?: ${thing})?|the (?:cheapest|fastest|earliest|latest|best)(?: ${thing})?|(?:number|option|#) ?${count})[,:;?.-]+ (?:and |but |so )?)?`;
const numbered = `(?:(?:number|option|offer|flight|result|card|nr\\.?|no\\.?) #?${count}|#${count})`;
const definite = `(?:it|this|that|these|those|the|they|my|its|any of (?:them|these|those)|either of|both|all|one of|${numbered}|${askedFigure})`;
const patterns: readonly Pattern[] = [
  new Pattern(
    `${start}(?:is|are|was|were|does|do|did|will|would|has|have|can|could|isn't|doesn't|won't) ${definite}\\b`,
  ),
  new Pattern(`${start}(?:did|have|were) you (?:find|get|book|found|already|reserve|look)`),
  new Pattern(
    `${start}(?:is|are|isn't|aren't) there (?:an? |any )?(?:long |short |overnight |free |checked )?(?:stops?|lay ?overs?|stopovers?|connections?|wi-?fi|meals?|food|bags?|luggage|fees?|baggage|seats? left|change fees?|extra|charge|cost|penalty|limit)`,
  ),
  new Pattern(
    `${start}(?:when|where|how(?! about)|who (?:operates|flies|is flying|runs|owns|sells|is (?:the )?(?:airline|carrier))|whose|why|at what|at which|from which|from what|to which|in which|on which|for how|what time|what date|what day|which airport|what airport|what city|which city|which airline|what airline|which terminal|what terminal|which (?:aircraft|plane)|what (?:aircraft|plane)|what class|which class|what cabin|what kind|what type|what(?:'?s| is| are| was| will be| would be| would)? (?:the|my|its|it|this|that)(?! (?:be |cost |price )?(?:for |in )(?:economy|coach|business|biz|first class|premium|main cabin)\\b)|which (?:one|of|dates?|days?|times?|has|have|includes?|offers?|comes?|gives?|is|are|leaves?|departs?|lands?|arrives?|gets|takes?|costs?|goes|flies|stops?|waits?)|what (?:dates|days|times)|what(?:'?s| is|s)? included|what do (?:i|we) get|what about (?:the |my )?(?:return|way back|outbound|bags?|baggage|luggage|refunds?|meals?|price|cost|cancell?ation|stops?|layovers?|changes|fees)|what bags)\\b`,
  ),
  // "What does the second one cost with a bag".
  new Pattern(
    `${start}what (?:does|do|would|will|did) (?:${definite}|the (?:${ordinal}|cheapest|fastest|earliest|latest|best))(?: ${thing})? (?:cost|come to|come with|include|be)\\b(?! (?:for |in )(?:economy|coach|business|biz|first|premium|main cabin)\\b)`,
  ),
  new Pattern(
    /\b(?:arrives?|departs?|lands?|leaves?|leaving|departing|arriving|landing) (?:from |in |at )?(?:where|when|what time)\b/,
  ),
  new Pattern(
    `${start}(?:can|could|may|do|will|would|am|should) (?:i|we) (?:still |also |even |later |just |ever )?(?:get (?:a refund|my money|refunded)|cancel|change|refund|bring|take (?:an? |my |our |one )?(?:small |big |large |extra |free |cabin |checked |second )?(?:bag|carry|luggage|suitcase|backpack|rucksack|hand ?bag|purse|hand luggage|trolley)|check|choose (?:a |my )?seats?|have to pay|need to pay|be able to|reschedule|be (?:landing|arriving|flying out)(?!.{0,15}${marks.date})|arrive(?!.{0,15}${marks.date})|land(?!.{0,15}${marks.date})|reach|need a visa|allowed)\\b`,
  ),
  new Pattern(
    `${start}what (?:if|happens if|happens when) (?:i|we) (?:(?:have|need|want|had|needed|wanted) to |must )?(?:change|cancel|reschedule|rebook)(?! to\\b)\\b`,
  ),
  // "What if I get sick", "what happens if we can't go".
  new Pattern(
    `${start}(?:and |but )?(?:what (?:if|happens if|happens when)|if) (?:i|we|my|our|one of us|somebody|someone)\\b[^.?!]{0,30} (?:sick|ill|(?:can't|cannot|can not|couldn't) (?:go|make it|fly|travel|come)|(?:plans|minds?|plans) change|change (?:my|our) minds?)(?!.{0,20}${marks.date})\\b`,
  ),
  // "Are you sure that is the best price?"
  new Pattern(`${start}are you (?:really |quite )?(?:sure|certain)(?: that)? (?:that|this|it)(?:'s| is)\\b`),
  // "Do we land in the morning or at night": of the flight in question; "can we" wishes.
  new Pattern(
    `${start}(?:do|will|did) (?:i|we) (?:really |actually |then |already )?(?:land|arrive|leave|depart|take off|get (?:in|there|home|back)|fly (?:out|back|home))\\b(?! (?:the|a) (?:day|week) )`,
  ),
  // "Is ◆ better than ◆", "who's cheaper, ◆ or ◆".
  new Pattern(
    `${start}(?:(?:is|are) (?:the )?${marks.airline} (?:\\S{1,10} ){0,2}(?:better|cheaper|faster|nicer|worse|dearer|quicker) than (?:the )?${marks.airline}|(?:who|which|what)(?:'s| is| one is) (?:the )?(?:better|cheaper|faster|nicer|quicker)[,:]? (?:\\S{1,8} )?(?:the )?${marks.airline} or (?:the )?${marks.airline})`,
  ),
  new Pattern(
    `^(?:(?:ok|okay|so|hm+),? )?(?:and|and what about|what about|how about) (?:the |my |our )?(?:airport |checked |hand |carry-on |cabin |arrival |departure )?(?:tax(?:es)?|fees?|bags?|baggage|luggage|price|cost|stops?|layovers?|meals?|food|wi-?fi|seats?|aircraft|plane|terminals?|cancellation|refunds?|changes|airline|times?|duration|emissions)\\b(?!.{0,25}${marks.date})[^?]{0,25}\\?$`,
  ),
  // "And the return?"
  new Pattern(
    `${start}(?:what about |how about |and )?(?:the |my |our )?(?:return|way back|way home|flight (?:back|home)|return flight|inbound|outbound|way out)\\?$`,
  ),
  new Pattern(
    `${start}(?:is there |will there be |will (?:i|we) have )?enough time\\b(?!.{0,30}\\b(?:at least|minimum|no less than)\\b)`,
  ),
  new Pattern(`${start}(?:show|give) me (?:the )?(?:details|more details|more info)`),
  new Pattern(
    `${start}(?:is|are) (?:there )?(?:an? |one |any |the )?(?:breakfast|lunch|dinner|meals?|food|snacks?|drinks?|wi-?fi|internet|luggage|baggage|(?:checked )?bags?|taxes|fees|seats?|seat selection) (?:there|included|free|extra|served|available|provided|on board)\\b`,
  ),
  // "Compare BA and Lufthansa" wishes for neither.
  new Pattern(`${start}(?:please |can you |could you )?compare\\b`),
  // "What would a second suitcase cost".
  new Pattern(
    `${start}what (?:does|do|would|will|are|is) (?:the (?:cost|price|fee)s? (?:of|for) )?(?:an? |the |each |one |my |our )?(?:more |extra |additional |second |third |checked |hold |further )*(?:bags?|suitcases?|luggage|baggage|pieces? of (?:luggage|baggage))\\b`,
  ),
  // "And whether bags are included", "let me know if it can be changed".
  new Pattern(
    `${start}(?:whether|if (?:${definite}(?:'s| is| are| has| have| includes?| comes?| can| could| gets?)|(?:i|we) (?:can|could|may) (?:still |also )?(?:change|cancel|get a refund|be refunded|bring|check|take (?:a|my) bag)|(?:bags?|meals?|luggage|baggage|food|wi-?fi) (?:is|are)))\\b`,
  ),
  // "Do we each get a bag": of what is shown, not for more of it.
  new Pattern(
    `${start}(?:do|does|will) (?:i|we|everyone|everybody|each of us|all of us|each person) (?:each |all |both )?(?:get|have)\\b`,
  ),
  // "Total for everyone".
  new Pattern(
    `${start}(?:the )?(?:grand )?(?:total|price in total)(?: price| cost| fare)?(?: for (?:everyone|everybody|all(?: of us)?|us(?: all)?|both(?: of us)?|the (?:family|group|whole family|whole group|party)))?[?.!]*$`,
  ),
  // "And the third?" asks what was asked before of another.
  new Pattern(
    `^(?:(?:and|ok|okay|so|what about|how about) )*(?:the |number |option |#)?(?:${ordinal}|${count}|cheapest|fastest|earliest|latest|best)(?: ${thing})?\\?$`,
  ),
  new Pattern(
    /\b(?:what(?:'?s| is)|which(?: flight| one)? is) the (?:latest|earliest|last|first) (?:flight |one |departure |time |that )*(?:i|we|you) (?:can|could|may|have to|need to|must) (?:leave|depart|fly|go|take|set off)\b/,
  ),
];

/** "The hand luggage is included?", "it is possible to cancel?": the order of a statement, as many say it whose first language is not English. */
const asStatement = new Pattern(
  `${start}(?:the|it|this|that|these|those|they|there|my|our|i|we|bags?|baggage|luggage|hand luggage|${numbered})\\b[^?]{0,60}\\b(?:is|are|has|have|can|could|may|includes?|will|must|arrives?|leaves?|lands?|stops?|costs?)\\b[^?]{1,60}\\?$`,
);
/** ... and wishes for nothing. */
const wishing = new Pattern(
  `[${marks.place}${marks.date}]|\\b(?:i|we) (?:want|need|prefer|take|would|'d|will|'ll|have to|must)\\b|\\b(?:i'd|i'll|we'd|we'll)\\b|\\bthere (?:is|are) (?:any|other|another|some|anything|something)\\b|\\b(?:can|could) you\\b|\\b(?:anything|something|under|below|less than)\\b|,? (?:please|ok)\\?$`,
);

/** Asking what there is, rather than about something shown. */
const search = new Pattern(
  /\b(?:(?:is|does|would|will|did) it (?:cost |be |usually |normally |typically |generally )*(?:me |us )?(?:to|if (?:i|we)) (?:fly|get|go|travel)|the only (?:one|flight|option)|(?:is|are) (?:that|those|these|they) all|anything|any other|(?<!\bthe )other flights?|another flight|any flights?|what else|something else|how about (?:a|an|the|any|other|on|from|to|in|with|business|economy|first|premium|one|next|this|\d)|what about (?:a|an|any|other|on|from|to|in|with|business|economy|first|premium|one|next|this|\d)|how do i (?:get|fly)|how (?:can|could) i (?:get|fly|travel)|when (?:can|could|should) i|where (?:can|could|should) (?:i|we)|available|availability|is the cheapest (?:way|flight|time|ticket)|find me|search for|look for|(?<!\b(?:do|did|would|will|if) )i (?:want|need|prefer|would like|'d like))\b/,
);

/** "Is it cheaper on Saturday", "what would business class cost": prices of another trip, which have to be searched for. */
const otherTrip = new Pattern(
  `\\b(?:cheaper|better|less expensive) (?:to (?:fly|go|leave|depart|travel|return|come back) )?(?:${marks.date}|(?:on|from|to|in|into|out of|if (?:i|we) (?:fly|flew|leave|left|go|went|return|returned|depart|departed|come|came|travel|travelled)|the (?:day|week|month) (?:before|after)|a (?:day|week) (?:earlier|later))\\b)|\\b(?:how much|what)\\b.{0,30}\\b(?:business|first class|premium(?: economy)?|economy)\\b(?! or )`,
);

/** "How much would it be for 4 of us": asks for prices of another party, which have to be searched for. */
const otherParty = new Pattern(
  `${start}(?:how much|what(?:'?s| is| would| will| does))\\b.{0,40}\\bfor (?:the |all |all of )?(?:${countPattern})(?:$|[.!?]| (?:of us|people|persons?|adults?|passengers?|travell?ers?|and)\\b)`,
);

/** "Can my sister come too?" */
const companion = new Pattern(
  `${start}(?:can|could|may|will|would) (?:my|our|his|her) (?:[a-z]{2,12}[- ]){1,3}(?:come|join|fly|travel|be added)(?: along| too| with (?:me|us)|[?]|$)`,
);

/** "OK, do it": no question, though it begins like one. */
const command = new Pattern(
  `${start}(?:do|have) (?:it|that|this)(?: one)?(?:,? (?:please|now|then|for me))*[.!]*$`,
);

/** "Any cheaper fares on it?" */
const otherFares = new Pattern(
  `${start}(?:(?:are|is) there |does it have |has it )?(?:an? |any )(?:cheaper|other|different|better|more flexible|flexible|refundable) fares? (?:on|for|with) (?:it|this|that|${numbered}|the ${ordinal})\\b`,
);

/** Whether a sentence asks about an offer: its words describe the flight in question and wish for nothing. */
export function isOfferQuestion(sentence: Passage): boolean {
  const passage = trimmed(sentence);
  if (command.test(passage)) return false;
  if (isPolicyQuestion(passage) || asksAvailability(passage) || asksAdvice(passage)) return true;
  if (asksOfList(passage) && (!passage.text.includes(marks.place) || ofThese.test(passage))) return true;
  if (asksAboutStop(passage) && !search.test(passage)) return true;
  if (otherFares.test(passage)) return true;
  if (asStatement.test(passage) && !wishing.test(passage) && readTopic(passage) !== null) return true;
  if (!patterns.some((pattern) => pattern.test(passage))) return false;
  if (otherTrip.test(passage) || otherParty.test(passage) || companion.test(passage)) return false;
  const { text } = passage;
  if (search.test(passage)) return false;
  return (
    pointed.test(passage) || !text.includes(marks.place) || /\b(?:arrive|land|depart|leave)s? \b/.test(text)
  );
}

/** Of those on the list, whatever place is named. */
const ofThese = new Pattern(/\bof (?:them|these|those)\b/);

const pointed = new Pattern(
  [
    '\\b(?:it|this|that|the (?:ticket|flight|return|plane|fare|onward|first|second|third|outbound)|(?:the|my|our) (?:lay ?over|stop ?over|stop|connection|connecting flight|transfer|change|wait))\\b',
    `\\b(?:the|that) (?:[${marks.airline}${marks.date}]|${ordinal}|cheapest|fastest|earliest|latest|best|cheaper|faster|other) ${thing}\\b`,
    `\\b${numbered}`,
    '\\bof (?:them|these|those)\\b',
  ].join('|'),
);

function trimmed(passage: Passage): Passage {
  const { text } = passage;
  const plain = text.trim();
  if (plain.length === text.length) return passage;
  const start = text.indexOf(plain);
  return partOf(passage, start, start + plain.length);
}

/** Sentences of a text with their places in it. */
export function sentencesOf(text: string): { start: number; end: number }[] {
  const sentences: { start: number; end: number }[] = [];
  let start = 0;
  for (const { index } of text.matchAll(/[.!?](?= |$)/g)) {
    sentences.push({ start, end: index + 1 });
    start = index + 1;
  }
  if (start < text.length) sentences.push({ start, end: text.length });
  return sentences;
}
