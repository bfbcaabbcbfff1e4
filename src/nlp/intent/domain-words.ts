import type { Passage } from '../patterns/passage.ts';
import { Pattern } from '../patterns/pattern.ts';
/** Words that make a message one about flying somewhere. */
const flightTalk = new Pattern(
  /\b(?:flights?|fly|flys|flies|flying|flown|airfares?|airlines?|airports?|planes?|tickets?|one[- ]?way|oneway|round[- ]?trip|nonstop|non-stop|layovers?|stopovers?|economy|business class|first class|departures?|departing|depart|itinerar(?:y|ies)|fares?|return date|passengers?|boarding|(?:book|plan|take|find|need|want) (?:me )?(?:an?|my|the|our)? ?(?:trip|journey|getaway|vacation|holiday)|(?:travel(?:l?ing)?|trip|go|going|get|leaving|heading|headed) (?:to|from|for)|destination)\b/,
);

/** A wish for a flight, in words that nothing else would be asked for in. */
const flightRequest = new Pattern(
  /\b(?:(?:find|book|need|want|get|getting|search|show|see|look|looking|buy|reserve|help|like|interested|seeking|purchase|check|list|any|what|which|cheap(?:est)?|are there|is there|do you have|round[- ]?trip|one[- ]?way|direct|nonstop)\b[^.?!]{0,45}\b(?:flights?|airfares?|plane|tickets?)|fly(?:ing)? (?:me |us |out |back |home |in |down |over )?(?:from|to|out|into|with|on|in|via)|(?:need|want|plan|planning|book|take) (?:to take )?(?:an?|my|the|our) (?:trip|vacation|holiday|getaway|journey)|(?:want|need|like|love|plan|planning|have|wish|going) (?:to )?(?:fly|travel|take a trip|go on a))\b/,
);

/** A wish to go somewhere, which may be for a flight. */
const journeyRequest = new Pattern(
  /\b(?:(?:want|need|like|love|looking|trying|hoping|plan|planning|going)(?: to)? (?:get(?:ting)? away|escape)\b|(?:want|like|need|love|after|looking for|fancy) [^.?!]{0,25}\b(?:somewhere|anywhere)\b|(?:want|need|like|love|going|go|plan|planning|have|wish|wanna|gonna|got)(?: to)? (?:go|get|travel|visit|be in|head|leave|return|depart)|(?:trip|go|going|travell?ing|heading|headed|get|take me|leaving|departing|bring me) (?:me |us )?(?:to|from|for|on)|from \ue000.{0,20} to \ue000|\ue000 (?:to|-) \ue000)/,
);

/** Things that travellers also ask about and that are not ours. */
const foreign: readonly Pattern[] = [
  new Pattern(
    /\b(?:hotels?|motels?|hostels?|airbnb|resorts?|lodging|lodge|accommodations?|suites?|bed and breakfast|place to (?:stay|crash|sleep)|vacanc(?:y|ies)|openings|(?:a|the|hotel|any|some) rooms?|rooms? (?:for|in|at|from|available)|bed in|check-?in time)\b/,
  ),
  new Pattern(
    /\b(?:rent(?:al|als|ing)?|car hire|hire a|(?:suv|van|minivan|truck|convertible|sedan|bmw|vehicle|jeep)s?|cars?)\b/,
  ),
  new Pattern(
    /\b(?:restaurants?|diner|dinner|lunch|breakfast|brunch|(?:a|the|regular|my|get|reserve|book)(?: me)? table|table (?:at|for)|(?<!flight |air |plane |airline )reservations? (?:at|for|under|with|to stay)|steakhouse|pizza|cafe|bistro|grill|pub|bar and grill|party of \d+ at)\b/,
  ),
  new Pattern(
    /\b(?:weather|forecast|temperatures?|climate|rain(?:y|ing)?|snow(?:y|ing)?|(?<!(?:somewhere|anywhere|someplace|place|destination|nice and|warm and) )sunny|humid|degrees|how (?:hot|cold|warm)|conditions like|(?:need|bring|pack|wear) (?:an? )?(?:umbrella|coat|jacket)|outside(?! (?:of )?\ue001))\b/,
  ),
  new Pattern(/\b(?:visas?|passports?|vaccin(?:e|es|ation|ations)|shots\b|embassy|consulate|customs form)\b/),
  new Pattern(
    /\b(?:exchange (?:rate|s)|convert|conversion|currency|how many (?:dollars|euros|yen|pesos|pounds)|worth in|to (?:the )?(?:yen|euro|peso|rupee|pound|yuan)s?\b|(?<!\d ?)usd|in (?:dollars|euros|yen|pesos|pounds))\b/,
  ),
  new Pattern(
    /\b(?:time ?zones?|what time is it|(?:the )?time (?:is it )?(?:right now |now )?in|current time|gmt|utc)\b/,
  ),
  new Pattern(
    /\b(?:translat(?:e|ion)|how (?:do|does|would|can|could|to|might|should|i'd|i would) (?:\w{1,12} ){0,4}(?:say|pronounce|ask for)|(?:in|to|from|into|speak|speaking|using) (?:spanish|french|german|italian|japanese|chinese|portuguese|english|russian|korean|swahili|mandarin|arabic|turkish|vietnamese)|languages?|what(?:'s| is) the word for|word for)\b/,
  ),
  new Pattern(
    /\b(?:(?:lost|missing|misplaced|stolen|left|find|locate|locating|track|tracking|trace|retrieve|where(?:'s| is| are)) (?:my |the |our |a |all )?(?:luggage|baggage|suitcases?|bags?)|(?:luggage|baggage|suitcases?|bags?) (?:is|was|were|got|has|have|did|didn't|aren't|isn't|are|never|been|not|may|might|seems?)(?: been| be| not| to be)? ?(?:lost|missing|misplaced|stolen|arrive|arrived|show|here|there|come|came|gone|lost|nowhere|\b)|(?:bags|luggage) (?:aren't|didn't|isn't)|lost and found)\b/,
  ),
  new Pattern(
    /\b(?:travel (?:alerts?|warnings?|advisor(?:y|ies)|notices?|guide|bans?|restrictions)|alerts?|advisor(?:y|ies)|safe(?:ty)? (?:to|for|in)|is it safe|how safe|dangerous|safety|terroris[mt]|crime)\b/,
  ),
  new Pattern(
    /\b(?:things?|stuff|something|anything|what(?:'s| is)?)(?: is| are)?(?: there)?(?: fun| good| cool| interesting| some| the best| best)?(?: things)? (?:for me )?to (?:do|see|visit|eat|check out)\b|\b(?:for fun|fun (?:things?|to do|activities)|attractions?|sights?|touristy?|tourists|sightsee(?:ing)?|museums?|must[- ]see|activities|landmarks|points of interest|places to (?:see|visit|eat|go)|travel (?:suggestions?|tips|ideas|recommendations?)|recommend(?:ations?)? (?:for|to|in|me|some|i|a|doing|seeing)|(?:should|can|could) (?:i|we) (?:do|see|visit|eat) (?:in|at|for|when|while|there|if|around|on)|what(?:'s| is) (?:a )?(?:good|fun|nice) (?:place|to)|good place to (?:travel|visit|go)|where should i (?:go|travel|visit|vacation))\b/,
  ),
  new Pattern(
    /\b(?:bank|account|balance|credit|debit|savings|deposit|transfer (?:money|funds|\$)|wire transfers?|loan|mortgage|payment due|paycheck|taxes|401k|insurance|bills?|routing)\b/,
  ),
  new Pattern(
    /\b(?:directions?|(?:by|on) (?:bus|foot|train|subway|metro|car|bike)|nearest|closest (?!to me is)|route(?! (?:me|us|it|through|via))|traffic|bus|trains?|subway|uber|lyft|taxi|cab|gps|how (?:do|can|to|would|should|might) i? ?get to (?:the|a|my|[a-z])|navigate|map|walk(?:ing)? to|drive to|driving)\b/,
  ),
  new Pattern(
    /\b(?:flight status|status of|status on|is (?:my |the )?(?:\S{1,20} )?flight(?: \S{2,8})?(?: \ue002)? (?:on time|delayed|late|cancell?ed|still|running)|on time\b|delayed|\bnews on|the word on|update on|(?<!\b(?:have|has|had|got|gold|silver|platinum|elite|diamond|emerald|sapphire|ruby|premier|frequent flyer|alliance|oneworld|skyteam) )status\b|projected time|at what point|which gate|what gate|gate number|(?:my|the|your) (?:\ue002 )?flight(?:'s)? (?:status|begin|start|is (?:set|scheduled|supposed)|scheduled|supposed|going to (?:land|board|arrive|take))|start(?:ing)? boarding|begin(?:ning)? boarding|update (?:on|me)|news on flight|word on flight|latest (?:on|with)|flight \w{2} ?\d{1,4} (?:arrive|land|board|leave|depart|get)|recent status|when (?:is|does|will) my (?:\S{1,20} )?flight)\b/,
  ),
  new Pattern(
    /\b(?:carry[- ]?ons? (?:policy|policies|restrictions?|rules?|limit|limits|regulations|allowance|items?|(?:am|are) i)|(?:restrictions?|rules?|policy|policies|regulations?|restricted) (?:for|on|about|in|of|with|regarding)|how (?:many|my) carry|allowed (?:carry|to (?:carry|bring|take))|(?:many|any) carry[- ]?ons?)\b/,
  ),
  new Pattern(
    /\b(?:movies?|music|songs?|jokes?|recipes?|cook|sports?|football|basketball|games?|news|stocks?|shares?|alarm|timer|remind(?:er)?|calendar|shopping|to-?do|e-?mails?|text (?:message|my)|phone|meaning of|define|definition|(?<=^|[.?!,;:] |\b(?:know|me|wonder|and|so|but|hey|hi|ok|okay|please|of|wondering|remember|out) )who (?:is|was|won|invented|wrote|sings)|capital of|how (?:tall|old|far|deep|big|heavy)|distance|population|python|javascript|code|essay|poem|story|homework|president|election|math|science|history|calories|battery|lights?|thermostat|volume|password|pregnan|doctor|medicine|dog|cat|(?:when(?:'s| is| was| are)|what (?:day|date)|what's|remember|forget|happy|tell|know|whose|how (?:many|long))\b[^.?!]{0,40}\bbirthday|birthday (?:gifts?|presents?|cards?|cakes?|songs?|wish(?:es)?|ideas?)|meters|inches|miles (?:is|are|to|in)|weigh|spell|opera(?:tions)?|trees?|exponents|dipstick|oil change|tires?|superbowl|super bowl|born|wifi password|rate(?:d|s)? (?:for|of))\b/,
  ),
  new Pattern(
    /\b(?:repeat(?:ed)?|say (?:that|it|this) (?:again|once|one more)|(?:didn't|did not|couldn't|can't) (?:hear|catch|get|understand) (?:you|that|it|what)|what did you (?:just )?say|come again|pardon|what was that|say again|one more time)\b/,
  ),
];

/** Words of a flight request that leave no doubt even beside something foreign ("a flight and a hotel"). */
const plainFlight = new Pattern(
  /\b(?:flights?|fly|flying|airfares?|plane tickets?|round[- ]?trip|one[- ]?way)\b/,
);

export const isFlightTalk = (text: Passage): boolean => flightTalk.test(text);
export const isFlightRequest = (text: Passage): boolean => flightRequest.test(text);
export const isJourneyRequest = (text: Passage): boolean => journeyRequest.test(text);
export const isForeignTalk = (text: Passage): boolean => foreign.some((pattern) => pattern.test(text));
export const isPlainFlight = (text: Passage): boolean => plainFlight.test(text);
