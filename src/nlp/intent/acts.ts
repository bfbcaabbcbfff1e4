import { readDroppedFilters } from '../parsers/dropped-filters.ts';
import { postponing } from '../parsers/remark.ts';
import type { Passage } from '../patterns/passage.ts';
import { Pattern } from '../patterns/pattern.ts';
/** What people do with a message besides asking for flights. */
export const acts = [
  'affirm',
  'deny',
  'greet',
  'thank',
  'farewell',
  'help',
  'start_over',
  'cancel_order',
  'stop',
  'book',
  'choose',
  'accept',
  'more',
  'dislike',
  'discard',
  'look',
  'redate',
  'suppose',
  'postpone',
  'hedge',
  'relist',
] as const;
export type Act = (typeof acts)[number];

const opening = '^(?:(?:oh|well|um+|uh|hm+|ok|okay|great|please|ah|so|and|actually|honestly)[,.!]? ){0,2}';
const any = (...patterns: string[]): Pattern => new Pattern(patterns.join('|'));

const pointed = '(?:the|that|this|number|option|#)';
/** "Not the first one", but not "not the first one, the second", which takes the second. */
const notThis = `(?<!\\b${pointed} ?[a-z0-9 ]{1,24}[,;] ?)not (?=(?:the|that|this|number|option)\\b(?![a-z0-9 ]{1,24}[,;.] ?(?:but |rather )?${pointed}))`;

const patterns: Readonly<Record<Act, Pattern>> = {
  affirm: any(
    `${opening}(?:yes|yeah|yep|yup|yea|ya|yess|sure|of course|correct|absolutely|definitely|certainly|indeed|affirmative|positive|exactly|right|all right|alright|ok|okay|k|fine|sounds (?:good|great|right)|go ahead|please do|do it|si|oui|ja|aye|uh[- ]huh|you bet|for sure|totally|precisely|you got it|why not|perfect|great|works for me|true|very true|by all means|naturally|agreed|confirm(?:ed)?)(?! (?:not|no|thing about)\\b)(?![a-z'])`,
    "\\b(?:that|it|this|these|they|what you (?:just )?said|the (?:statement|information)|(?:that|this) (?:statement|information))(?:'s| is| was| are| sounds| seems| appears| would be| will be| has to be| must be| looks)(?: to be)?(?: a| an| all| indeed| totally| very| absolutely| definitely| completely| quite| really| definite| big| correct| probably| in fact){0,2} (?:correct|right|true|yes|fact|accurate|affirmative|great|awesome|not false|not wrong|the truth|positive)\\b",
    "\\b(?:is|was|say|vote|a|definite|say:) yes\\b|\\byes is\\b|\\bi (?:do )?(?:agree|confirm|approve|consent)\\b|\\byou(?:'re| are) (?:right|correct)\\b|\\byeah that\\b",
  ),
  deny: any(
    `${opening}(?:no|nope|nah|naw|neither(?: of (?:them|those|these))?|not|never|negative|wrong|incorrect|don't|do not|false|nay|no way|hell no|non|nein|definitely not|absolutely not|certainly not|of course not|no thanks)(?![a-z'])`,
    '\\bnot (?:really|at all|right now|at this time|now|today|yet|interested|true|correct|right|that|the case|the truth|so|a chance|happening)\\b',
    "\\b(?:is|was|be|are|it's|that's|its|thats)(?: a| an| all| actually| totally| absolutely| completely| definitely| quite| very| big| hard| firm| resounding| clear){0,2} (?:false|wrong|incorrect|untrue|no|negative|lie|inaccurate|mistaken)\\b",
    "\\b(?:isn't|ain't|is not|wasn't|not be) (?:true|right|correct|it|so|accurate|the case)\\b|\\b(?:false|incorrect|untrue) (?:statement|information|fact)\\b",
    "\\bi (?:disagree|think not|don't think so|do not think so|doubt it|am afraid not|'m afraid not|refuse|decline)\\b|\\b(?:don't|do not) (?:think|believe) (?:that |it |this )?(?:that )?(?:is|was|that|it|so|would)\\b|\\bi'll pass\\b|\\b(?:not sure|let me think|have to think|maybe later|need (?:more |some )?time)\\b|\\bno,? (?:thanks|thank you)\\b|\\bno is\\b|\\bpass on (?:that|it|this)\\b|\\b(?:say|say:|saying|gotta be|answer is|vote|please,?|be a) no\\b|\\bno[.!]?$|\\bnot (?:for me|that one|this one)\\b",
  ),
  greet: any(
    "^(?:hi|hii+|hello|hey+|heya|howdy|hiya|yo|greetings|good (?:morning|afternoon|evening|day)|hola|bonjour|sup|what's up|whats up|wassup|welcome|salutations|ahoy|aloha|wake up)(?![a-z'])",
    "\\bhow (?:are|r|is|'s|re|have) (?:you|things|it going|everything|life|your day|my ai|ya|yourself)\\b|\\bhow're (?:you|things)|\\bhow(?:'s|s)? (?:it|is it|goes it|do you do|have you been|everything|life|your day|you doing|you been|'s)\\b|\\bwhat(?:'s|s| is) (?:up|new|going on|happening|shaking|cooking|good)\\b|\\b(?:nice|good|great|pleasure|lovely|glad) to (?:meet|see|finally meet) you(?! again| later| soon)|\\bare (?:you|things) (?:doing |going )?(?:ok|okay|well|good|there|alright)\\b|\\bis everything (?:going )?(?:ok|okay|well|good|alright)\\b|\\bgood (?:morning|afternoon|evening)\\b|\\banyone there\\b",
  ),
  thank: any(
    "\\b(?:thanks|thank (?:you|u|ya|god|goodness)|thankyou|thx|ty|cheers|much appreciated|appreciate[sd]?|grateful|thankful|gratitude|merci|gracias|danke|obliged|(?:a )?(?:big|great|huge|real|lot of|such a|tremendous) help|(?:so|very|really|most|extremely|super|incredibly|amazingly) helpful|of (?:great )?(?:help|assistance)|been helpful|owe you|good looking out|glad you(?:'re| are)? (?:helped|here|could|around)|easier with you|you(?:'re| are) (?:the best|a lifesaver|awesome|great|a life ?saver|amazing|wonderful)|you rock|kind of you|wish you were here)\\b",
  ),
  farewell: any(
    '\\b(?:bye|goodbye|good bye|farewell|see (?:you|ya)(?: later| soon| around| again| next)?|so long|take (?:care|it easy)|ta-?ta|later(?:s|,? (?:alligator|gator|dude|man|thanks))|catch you|(?:talk|speak|chat) (?:to you |with you )?(?:soon|later)|have a (?:good|great|nice|lovely|wonderful|fantastic) (?:day|one|night|evening|time|weekend|rest)|good ?night|adios|au revoir|ciao|cya|sayonara|syonara|gotta go|have to go|out of here|(?:nice|good|great|lovely|glad|fun|pleasure|enjoyed|enjoy) (?:chatting|talking|speaking|to talk|to chat|to speak|we got to|i got to|getting to|our)|enjoyed (?:our|this|the)|(?:great|good|nice) (?:talk|chat|conversation)|until next time|peace out|signing off|(?:nice|great|good|glad|pleasure) (?:to |it was |we )?(?:talk|chat|speak)(?:ing)?)\\b|^later[.!,]?$',
  ),
  help: any(
    '\\bhelp(?: me)?(?: out)?[?.!]?$',
    '\\bhow (?:does (?:this|it)|do you) work\\b|\\bwhat (?:all |else |exactly )?(?:can|could|do|are|should|may|might|would) (?:you|i|u) (?:able to |exactly )?(?:do(?![a-z]| in| at| for fun)|help|ask|say|know|offer|answer|assist|use|give)\\b',
    '\\b(?:what|which|the|any)(?: are| is)?(?: the| your| some)?(?: kinds?| types?| sorts?| things?| stuff| topics?| tasks?| questions?| subjects?| areas?| queries| subject areas| categories| information){1,3}(?: of (?:things|stuff|questions|subjects|topics|information|queries))? ?(?:that |are |is |can |do |could |should |may |might )?(?:you|i|permissible|allowed|acceptable)\\b',
    "\\bwhat (?:are )?(?:your|my|the) (?:capabilities|features|functions|options|commands|list|abilities|skills|talents|uses|specialt(?:y|ies))|\\btell me (?:about )?what (?:you|i) (?:can|could|are)|\\b(?:can|could) you tell me what you (?:can|do|know)|\\bcapabilit(?:y|ies)\\b|\\b(?:can|could|may) i ask you (?:about )?(?:anything|something|questions|a question|stuff)|\\bhelp me with anything|\\bis there anything (?:i|you) (?:can't|can)|\\bhow (?:can|could|do|should) (?:you help|i use (?:this|you)|i start|you assist)|\\b(?:instructions|usage)\\b|\\bwhat is (?:this|windrose)\\b|\\bwhat do you know|\\blist (?:of )?(?:commands|topics|things)|\\b(?:knowledgeable|knowledgable|familiar) (?:about|with|in|on)\\b|\\bcan you (?:answer|assist|help with)\\b[^.]{0,20}\\?",
    "\\b(?:who|what) are you\\b|\\b(?:are|r) (?:you|u) (?:actually |really |just )?(?:a |an )?(?:human|robot|bot|ai|real|person|machine|computer|live|actual|artificial|automated|program)|\\b(?:am i|i'm|if i'm|if i am|that i'm) (?:talking|speaking|chatting|conversing|typing) (?:to|with) (?:a|an)\\b|\\bif you(?:'re| are) (?:a |an )?(?:human|robot|bot|ai|real|person|computer|live)\\b|\\byou(?:'re| are) (?:a |an )?(?:bot|robot|human|computer|ai|machine|real person)\\b",
  ),
  start_over: new Pattern(
    /\b(?:start (?:over|again|afresh|anew|from (?:scratch|the beginning)|new)|(?:reset|restart)(?: (?:this|the|our|everything|all|search|conversation|chat))?|begin again|from scratch|new (?:search|conversation)|forget (?:everything|all (?:of )?(?:that|this|it)|what i said)|clear (?:everything|all|the (?:search|conversation|chat))|scrap (?:everything|(?:it|that) all)|let's start again|wipe everything)\b/,
  ),
  cancel_order: new Pattern(
    /\b(?:cancel|call off)(?: me)? (?:my|the|our|this|that|an?) (?:existing |last |upcoming )?(?:booking|reservation|order|flight|ticket|trip|tickets|flights|purchase)(?! (?:policy|fee|terms))\b|\bcancel (?:booking|order|reservation)\b|\brefund (?:my|the|our) (?:booking|reservation|order|flight|tickets?|trip)\b/,
  ),
  stop: new Pattern(
    /\b(?:never ?mind|forget (?:it|that|about it|my (?:previous|last)|what i)|cancel(?: (?:it|that|this|what|please|all|your|task|the (?:task|request|process|search|current)))?|abort|scrap (?:that|it)(?=$|[.!,])|stop(?:$|[.!,]| (?:it|that|this|please|what|working|doing|talking|everything|the|now|your|and))|quit|halt|that's enough|enough of|^enough|shut up|be quiet|shh+|mute|silence|cease|discontinue|drop it|quiet|end (?:this|that|it|task|your)|knock it off|i changed my mind|changed my mind|undo|don't want (?:you to|this|that|it)\b.{0,25}(?:any ?more|now)?)\b/,
  ),
  book: new Pattern(
    /\b(?:book|buy|purchase|reserve|order|pay(?: for)?|check ?out) (?:it|this|that|them|now|those)(?![a-z])|\b(?:hold|put (?:a|on) hold(?: on)?|place a hold on) (?:it|this|that|the|number|option|#)(?![a-z])|\b(?:book|buy|purchase|reserve) (?:the |that |this |my |number |option |#)(?!.{0,40}\b(?:round|return ticket|flight to|flights|flight from|trip|one[- ]way))|\b(?:go ahead (?:and|with) (?:book|buy|purchase|reserve|it|the booking|that)|proceed (?:to|with) (?:the )?(?:booking|payment|checkout|purchase|reservation)|ready to (?:book|buy|pay)|complete (?:the|my) (?:booking|purchase|order)|(?:i want|i'd like|i would like|let's|lets|like) to (?:book|buy|purchase|reserve|proceed|pay|check ?out)(?:[.!]|$| it| this| that| now)|confirm (?:the |my )?(?:booking|order|purchase|reservation)|make (?:the|my) (?:booking|reservation|purchase|payment)|i'll buy|take my money|checkout|check out$|^(?:please )?book(?: it| now| please)?[.!]?$|^buy\b|^(?:please |can you |could you |i want to |let's )?(?:book|buy|reserve|purchase) (?:[a-z]{2}|[a-z]\d|\d[a-z]) ?\d{1,4}$)/,
  ),
  choose: new Pattern(
    /\b(?:i'?ll (?:take|go with|have|pick|choose|go for)|i will (?:take|go with|have|choose)|(?:i'd|i would) (?:like|prefer|take|rather have|choose|go with)|let's (?:go with|take|do|pick|choose)|(?:go|going) (?:with|for)|(?:take|choose|pick|select|prefer|want|like|opt for|settle on|give me) (?:the|that|this|number|option|it|#|your)|(?:i'?ll|i will|let's|i'd) do (?:the|that|this|number|option|#)|(?:do it|do that one|do this one|go for it)(?=$|[.,!]| please| then| now)|(?:pick|choose|select|take|book|go(?:ing)? (?:with|for)|switch to|prefer|give me) #?\d{1,2}(?![\d:/]|[.,]\d| ?[a-z])|(?:change|switch|move) (?:my|the|that) (?:choice|pick|selection) (?:to|for))\b/,
  ),
  accept: new Pattern(
    /\b(?:(?:that|this|it)(?:'s| is) (?:much |way |a lot )?better|(?:that|this|it|the|those|these)(?: \S{1,12}){0,3}(?:'s| is| are| sounds?| looks?| seems?| works?| will| would|'ll)(?: really| very| just| pretty| quite| absolutely| all| be){0,2} ?(?:like )?(?:good|great|fine|perfect|awesome|excellent|acceptable|ok|okay|nice|wonderful|amazing|work|do|fantastic|lovely|ideal|better|well|for me|right|suitable|what i want|what i need|what i am looking for|suit|cool)|sounds (?:good|great|perfect|fine|awesome|nice|excellent|wonderful|like a)|works (?:for me|great|well|fine|perfectly)|(?:i|we) (?:like|love|want) (?:that|this|it|the sound of)(?: one| flight)?|that's (?:the one|it|what i)|i'm (?:happy|good|fine|okay|ok) with (?:that|this|it)|looks (?:good|great|perfect|fine)|that is the (?:one|flight) i)\b/,
  ),
  more: new Pattern(
    /\b(?:(?:any|are there|is there|do you have|have you got|show me|what|which|see|find|got|some|get|try|look for|search for|how about|what about)(?: any| me| some| the| there| are| of the)? ?(?:other|others|more|else|alternatives?|different|another|additional|better)|(?:anything|something) (?:else|different|better|nicer)|what else|other (?:options?|flights?|choices|ones)|(?:more|different|another|alternative|alternate) (?:options?|flights?|choices|results|ones?|one)|any more|(?:is|are) (?:that|this|it|those|these|they) (?:the only|all)(?: of| the| there)?|not (?:so )?good|show more|next page|keep looking|try (?:yet )?again|look again|search again)\b/,
  ),
  dislike: any(
    '\\b(?:too|way too|so|really|very|pretty|quite|rather) (?:expensive|pricey|costly|long|slow|early|late|many|much|bad|tight|risky|short)\\b',
    `\\b(?:(?:don't|do not|dont|didn't|doesn't|does not) (?:really |particularly |actually )?(?:like|want|love|fancy|suit|work)|(?:can't|cannot|won't) (?:do|take|make)|hate|dislike|not (?:a fan of|happy with|keen on|fond of|interested in)|anything but|${notThis})\\b`,
    '\\b(?:horrible|awful|terrible|ridiculous|insane|outrageous|useless|no good|no use|not good|not great|a rip-?off|worst)\\b',
  ),
  discard: any(
    '\\b(?:remove|drop|hide|ignore|skip|delete|discard|exclude|eliminate|scrap|dismiss|rule out|cross (?:out|off)|get rid of|leave out|throw out|forget(?: about)?|take (?:out|off|away)|kick out|filter out|lose) (?:the|that|this|these|those|my|your|number|option|offer|flight|result|card|#|it\\b|all|both)',
    "\\b(?:take|leave|cross|throw|rule|filter) (?:the |that |this |number |option )?(?:\\S{1,10} ){1,3}(?:out|off|away)\\b(?! of (?:the )?(?:\ue000|airport|city))|\\bdon't (?:show|include|list)(?: me)? (?:the|that|this|number|option)",
  ),
  suppose: any(
    '\\b(?:what if|suppose|assuming|if (?:i|we) (?:take|took|choose|chose|pick|picked|book|booked|go with|went with)|(?:should|would|could) (?:i|we) (?:take|choose|pick|book|go))\\b',
  ),
  postpone: postponing,
  // "I like the second, but does it stop": what is asked comes first.
  hedge: any(
    "\\b(?:but|though|although|however|only|except)\\b,? (?:is|are|does|do|can|could|what|how|which|when|where|will|would|why|isn't|aren't|doesn't|has|have|i(?:'m| am)? (?:don't|not|wonder|worry|worried|hate|can't|wish)|(?:it|that|they|the \\S{1,12})(?:'s| is| are| looks?| leaves?| lands?| arrives?| takes?| has| costs?) (?:too|so|a bit|quite|very|way|kind of)|not sure)\\b",
  ),
  relist: any(
    "\\b(?:show|see|give|display|list|bring up|repeat|view)(?: me| us)?(?: back)? (?:(?:all (?:of )?)?(?:the|those|these|my|your|all) )(?:(?:whole|full|entire|original|first|other|same|initial) )?(?:lists?|flights|options|offers|results|choices|ones)(?: (?:once again|again|once more|one more time|back|please|you (?:had|found|showed me)|from before)){1,3}[?.!]*$|\\b(?:show|see|repeat|display|view)(?: me| us)? (?:the|your) (?:(?:whole|full|entire) )?(?:list|results)(?: please)?[?.!]*$|\\b(?:go |get |take me |can we go |let's go )?back to (?:the|my) (?:list|flights|options|results|offers|search results)(?: please)?[?.!]*$|\\b(?:show|list)(?: me)? (?:them|those|these|it) (?:all )?again\\b",
  ),
  redate: any(
    '\\b(?:shift|extend|postpone|push|move|prolong|lengthen|shorten|delay|bring (?:it |that |this )?forward|put (?:it |that |this )?(?:off|back)|stay|make it)\\b.{0,30}\\b(?:(?:days?|weeks?|nights?|months?) ?(?:later|earlier|longer|shorter|more|less|forward|back|ahead)?|forward|longer|shorter)\\b',
    '\\b(?:change|edit|modify|pick|choose|try|other|different|another) (?:the |my |our |an?other |other |a different |different )?(?:travel |departure |flight )?(?:dates?|days?)(?: please)?[.!?]?$',
  ),
  look: any(
    '\\b(?:show|explain|describe|tell|see|look at|view|display|open|expand|zoom in on|check(?: out)?|examine|inspect|compare|consider|think about|what about|how about|repeat|go back to|back to|read|list|bring up|pull up|talk about|walk me through|more (?:about|on|info)|details|summari[sz]e|give me (?:the |more |some )?(?:details|info|information|more)) ?(?:me|us)?\\b',
    '\\b(?:is|are|does|do|has|have|can|could|will|would) (?:it|this|that|number|option|the|they|#)\\b.{0,40}\\?',
  ),
};

/** "Forget it" gives up what was talked about, and takes no offer off the list. */
const givingUp = new Pattern(
  /^(?:(?:ok|okay|no|actually|oh|oops|sorry|so|well|wait|just|please|ah|hmm+)[,.!]? ){0,3}(?:forget|scrap|drop|ignore|skip)(?: about)? (?:it|that|this)(?: please)?[.!]*$/,
);

const theOther = new Pattern(/\bthe other (?:one|flight|option|offer)\b/);

/** What a message does. "Reset all filters" starts nothing over, and takes no offer off the list. */
export function actsOf(passage: Passage): ReadonlySet<Act> {
  const done = new Set(acts.filter((act) => patterns[act].test(passage)));
  if (readDroppedFilters(passage) !== null)
    for (const act of ['start_over', 'discard'] as const) done.delete(act);
  // Of two that were talked about, and no wish for others.
  if (theOther.test(passage)) done.delete('more');
  if (givingUp.test(passage)) done.delete('discard');
  return done;
}
