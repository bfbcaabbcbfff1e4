import { partOf, type Passage } from '../patterns/passage.ts';
import { Pattern } from '../patterns/pattern.ts';
import type { OfferTopic } from '../../domain/understood.ts';
import { asksAvailability } from './availability.ts';
import { asksAdvice } from './advice.ts';
import { readPolicyTopic } from './policy-topics.ts';

/** In order: the first topic that matches is what the question is about. */
const topics: readonly (readonly [OfferTopic, Pattern])[] = [
  [
    'details',
    new Pattern(
      /\b(?:is|was|sure|certain)(?: that)? (?:that|this|it)(?:'s| is)?(?: really)? (?:the|your) (?:(?:absolute|very) )?(?:cheapest|best|lowest|fastest|quickest|earliest|latest|least)\b|\bwhat(?:'s| is| all is)? (?:all )?included\b|\bwhat does (?:the|that|this) (?:price|fare|ticket) (?:include|cover)\b/,
    ),
  ],
  [
    'compare',
    new Pattern(
      /\bcompar(?:e|ison|ing)\b|\b(?:difference|differ) between\b|\bversus\b|\bvs\b|\bside by side\b|\bwhich (?:one |of (?:them|these|those) )?is (?:the )?(?:better|cheaper|faster|quicker|shorter|nicer)\b|\bwhich (?:one )?is better\b|\bhow much (?:more|less|cheaper|dearer|faster|longer|shorter)\b(?! (?:can|may|luggage|baggage))|\b(?:cheaper|faster|quicker|shorter|longer|better|nicer|worse|dearer|earlier|later|expensive) than (?:the|number|option|#|\ue002)|\b(?:better|cheaper|faster|nicer|quicker)[,:]? (?:\S{1,8} )?(?:the )?\ue002 or (?:the )?\ue002/,
    ),
  ],
  [
    'days',
    new Pattern(
      /\b(?:which|what) (?:of the (?:two|three) )?(?:days?|dates?|one of the (?:days|dates)) (?:is|are|would be|works out|comes out|has|have|costs?|gives?)\b(?=.{0,25}\b(?:cheap|expensive|lowest|less|least|best|low|price))|\b(?:cheaper|cheapest|dearer|most expensive|better|best) (?:days?|dates?)\b|\b(?:days?|dates?) (?:is|are) (?:the )?cheap(?:er|est)\b|\b(?:is|are) (?:it|flights|they) (?:any )?cheaper (?:on|if (?:i|we) (?:fly|leave|go) on) (?:the )?(?:other|another|one|either|which)\b|\bprices? (?:by|per|for each) (?:day|date)\b|\bcompare (?:the )?(?:days|dates)\b/,
    ),
  ],
  [
    'why',
    new Pattern(
      /^why\b|\bwhy (?:is|are|do|does|did|not|this|that|the)\b|\bhow come\b|\bwhat do you think (?:about|of) (?!(?:these|those|them)\b)|\b(?:any good|worth (?:it|the|paying|\S{0,2}\d)|good (?:choice|pick|option|idea)|downsides?|drawbacks?|pros and cons|disadvantages?|advantages?)\b|\bwhat(?:'s| is) (?:wrong|the (?:catch|problem|matter|downside|issue)|(?:so )?(?:good|great|bad|special))\b|\bwhat makes\b/,
    ),
  ],
  [
    'bags',
    new Pattern(
      /\b(?:bags?|baggage|luggage|suitcases?|carry[- ]?ons?|checked bag|backpacks?|rucksacks?|hand ?bags?|purses?|trolleys?|cabin case)\b/,
    ),
  ],
  [
    'refund',
    new Pattern(
      /\brefund|\bmoney back\b|\bcancel(?:lation)? (?:policy|fee|it|the ticket|my ticket|later|terms|conditions)|\bif (?:i|we) (?:(?:have|need|want|had|needed) to |must )?cancel\b|\b(?:can|could|may) (?:i|we) (?:still |also |always )?cancel\b(?! (?:my|the|our) (?:booking|order|reservation))|\bcancel(?:led)? (?:for free|free of charge|without)\b|\bfree cancel|\bif (?:i|we|he|she|they|my \S{1,12}|one of us|somebody|someone) (?:(?:am|are|is|was|were|gets?|got|falls?|becomes?) (?:sick|ill)|(?:can't|cannot|can not|couldn't) (?:go|make it|fly|travel|come))\b|\bif (?:my|our) plans change\b|\bif (?:i|we) change (?:my|our) minds?\b|\bcancel+ation\b/,
    ),
  ],
  [
    'changes',
    new Pattern(
      /\bchange(?:able)? (?:fee|policy|it|the (?:date|ticket|flight)|my (?:date|ticket|flight))\b|\bchangeable\b|\b(?:be|get|have (?:it|them|that)) changed\b|\b(?:are|is) changes? (?:allowed|possible|free)\b|\b(?:allows?|permits?|offers?|include|have) (?:free |any )?(?:date |flight )?changes\b|\bflexible\b|\bswitch (?:the )?(?:date|flight)s? (?:later|afterwards)\b|\breschedul|\brebook\b|\bmodif(?:y|iable)\b/,
    ),
  ],
  [
    'emissions',
    new Pattern(
      /\bco2\b|\bcarbon\b|\bemissions?\b|\bgreenest\b|\benvironment|\beco[- ]friendly\b|\bfootprint\b/,
    ),
  ],
  [
    'seats',
    new Pattern(/\bhow many seats\b|\bseats? (?:left|available|remaining)\b|\bsold out\b|\bseat map\b/),
  ],
  [
    'aircraft',
    new Pattern(
      /\baircraft\b|\bplanes? (?:is|are) (?:\S{1,8} )?(?:big|small|large|new|old|modern)\b|\b(?:big|small|large|new|old|modern) planes?\b|\b(?:737|747|757|767|777|787|a3\d0|a3[12]\d|a220|a350|max 8|dreamliner|jumbo|turbo ?prop|propeller plane|regional jet|embraer|wide ?body|narrow ?body)\b|\bwhat(?:'s| is| are)? the planes?\b|\bwhat (?:kind of |type of )?plane\b|\bairbus\b|\bboeing\b|\bplane type\b|\btype of plane\b|\bkind of plane\b/,
    ),
  ],
  [
    'overnight',
    new Pattern(
      /\bovernight (?:lay ?overs?|stops?|stopovers?|waits?|connections?)\b|\b(?:lay ?overs?|stopovers?|connections?|waits?) (?:is |are |be )?overnight\b/,
    ),
  ],
  [
    'stops',
    new Pattern(
      /\b(?:stops?|stopovers?|halts?|lay ?overs?|connections?|connecting|direct|non-?stop|change planes|transfers?)\b|\bhow (?:long|much time|many (?:hours|minutes)) (?:is there\b|(?:do|will|would|must|are) (?:i|we) (?:have to |need to |going to )?(?:wait|have|stay|stop|sit|be)\b)|\b(?:minutes?|mins?|hours?|time) (?:is |be |really |there |in \ue000 |at \ue000 ){0,3}(?:enough|sufficient|too (?:short|tight|little|risky))\b|\benough time\b/,
    ),
  ],
  ['terminal', new Pattern(/\bterminals?\b/)],
  [
    'airport',
    new Pattern(
      /\b(?:which|what|from which|at which|to which) (?:departure |arrival |destination |origin )?(?:airport|terminal|city)|\bwhere (?:does|do|is|will|would|am|are|exactly|am)\b|\b(?:arrives?|departs?|lands?|leaves?) where\b|\b(?:departing|leaving|arriving) (?:from |at )?where\b|\bterminal\b|\bwhat(?:'s| is) the (?:arrival|departure|destination|origin) airport|\bfrom (?:which|what) airport|\bwhat airport\b|\bairports? (?:does|is|do|will|would)\b|\bsame airport\b/,
    ),
  ],
  [
    'duration',
    new Pattern(/\bhow long\b|\bduration\b|\bflight time\b|\btravel time\b|\bhow many hours\b|\blength of\b/),
  ],
  [
    'times',
    new Pattern(
      /\b(?:when|what time|at what time|which time)\b|\b(?:arrival|departure|landing|boarding|take-?off) times?\b|\bred[- ]?eye\b|\bovernight\b|\bhow early\b|\bhow late\b|\b(?:what|which) (?:dates?|days?)\b|\b(?:what about|how about|and) (?:the |my |our )?(?:return|way (?:back|home)|outbound|flight (?:back|home))\b|\bsame day\b|\blocal times?\b|\btimes local\b|\btime ?zones?\b|\b(?:next|following) (?:day|morning)\b|\b(?:earliest|latest|last|first) (?:flight |one |departure |time |that )*(?:i|we|you) (?:can|could)\b|\b(?:leaves?|departs?|arrives?|lands?) (?:the )?(?:earliest|latest|first|last|earlier|later)\b/,
    ),
  ],
  [
    'fares',
    new Pattern(
      /\bfares?\b|\bfare (?:class|brand|type|family)|\bwhat class\b|\bwhich class\b|\bwhat cabin\b|\bupgrade (?:cost|price)/,
    ),
  ],
  [
    'price',
    new Pattern(
      /\bhow much\b|\bprice\b|\bcosts?\b|\bcome to\b|\bexpensive\b|\btotal\b|\bfees?\b|\bpay (?:extra|more|for)\b|\bextra (?:charge|cost)|\bsurcharges?\b|\btax(?:es)?\b|\bper person\b|\bfor (?:(?:all|both|the) )?(?:(?:two|three|four|five|six|\d) )?of us\b|\b(?:for|include) (?:everyone|everybody)\b/,
    ),
  ],
  [
    'airline',
    new Pattern(
      /\b(?:which|what|whose) (?:airline|carrier|company)|\bname of (?:the |its )?(?:airline|carrier|company)\b|\bwho (?:operates|flies|is (?:the )?(?:airline|carrier))|\boperated by\b|^which (?:ones?|flights?|options?) (?:is|are|fly|flies) (?:on |with |by )?\ue002/,
    ),
  ],
  [
    'amenities',
    new Pattern(
      /\b(?:wi-?fi|internet|meals?|food|breakfast|lunch|dinner|vegan|vegetarian|drinks?|snacks?|entertainment|movies?|usb|power|sockets?|outlets?|leg ?room|lie[- ]flat|flat beds?|lounge|blankets?|pets?)\b/,
    ),
  ],
  [
    'times',
    new Pattern(
      /\b(?:arriv|land|depart)(?:e|es|s|ing)?\b|\bleaves?\b|\bgets? (?:me |us )?(?:in|there|home|back)\b|^(?:is|was) (?:that|it|this) (?:on )?\ue001/,
    ),
  ],
  // "Is the ◆ one from ◆?"
  ['airport', new Pattern(/\b(?:from|to|into|out of) (?:the )?\ue000/)],
  [
    'details',
    new Pattern(
      /\b(?:details?|more (?:about|info|information)|tell me (?:more|about)|info(?:rmation)? (?:on|about)|describe|what(?:'?s| is| all is|s)? included|what (?:does (?:it|that|this) (?:include|come with)|do (?:i|we) get(?: for (?:it|that|this))?)|how many (?:people|passengers|travellers))\b/,
    ),
  ],
];

/** What a question about offers is about; null where it asks about nothing we know of an offer. */
export function readTopic(passage: Passage): OfferTopic | null {
  const policy = readPolicyTopic(passage);
  if (policy === null && asksAvailability(passage)) return 'availability';
  if (policy === null && asksAdvice(passage)) return 'why';
  return policy ?? topics.find(([, pattern]) => pattern.test(passage))?.[0] ?? null;
}

/** Where one question of several ends and the next begins. */
const between =
  /[,;?] (?:and |or )?|[?.] | and (?:\(?[2-9][.)] )?(?=how|what|when|where|which|who|is|are|does|do|can|could|will|whether|if|has|have)| \(?[2-9][.)] /gu;

/** What each question of a message is about, where that is more than one thing. */
export function readTopics(passage: Passage): OfferTopic[] {
  const found = new Set<OfferTopic>();
  let start = 0;
  const take = (end: number): void => {
    const topic = readTopic(partOf(passage, start, end));
    if (topic !== null && topic !== 'details') found.add(topic);
  };
  for (const { index, 0: words } of passage.text.matchAll(between)) {
    take(index);
    start = index + words.length;
  }
  if (start === 0) return [];
  take(passage.text.length);
  return found.size > 1 && !found.has('compare') && !found.has('why') ? [...found] : [];
}
