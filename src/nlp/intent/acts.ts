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
] as const;
export type Act = (typeof acts)[number];

const patterns: Readonly<Record<Act, RegExp>> = {
  affirm:
    /^(?:(?:oh|well|um|ok|okay|great)[,.]? )?(?:yes|yeah|yep|yup|yea|ya|yess|sure|of course|correct|absolutely|definitely|certainly|indeed|affirmative|positive|exactly|right|all right|alright|ok|okay|k|fine|sounds good|go ahead|please do|do it|si|oui|ja|aye|uh[- ]huh|you bet|for sure|totally|precisely|yes please|that's right|that is right|that's correct|you got it|why not|perfect|great|works for me|it's true|true|that's true)\b|\b(?:that|it|this|what you (?:just )?said|that statement|that information)(?:'s| is| was| sounds| seems| appears| would be| will be)? (?:a |all |indeed |totally |very |absolutely |definitely |completely |quite |really )?(?:correct|right|true|yes|fact|accurate)\b|\b(?:is|was) (?:a )?yes\b|\byes is\b|\b(?:i agree|i confirm|confirmed|you're right|you are right|you are correct)\b/,
  deny: /^(?:(?:oh|well|um|ok|okay|great)[,.]? )?(?:no|nope|nah|naw|not|never|negative|wrong|incorrect|don't|do not|false|nay|no way|hell no|non|nein)\b|\bnot (?:really|at all|right now|at this time|now|today|yet|interested|true|correct|right|that|the case|the truth|so)\b|\b(?:is|was|be|are) (?:a |all |actually |totally |absolutely |completely |definitely |quite |very |100% )?(?:false|wrong|incorrect|untrue|no|negative|lie|inaccurate)\b|\b(?:isn't|ain't|is not|wasn't) (?:true|right|correct|it|so|accurate)\b|\bi (?:disagree|don't think so|do not think so|doubt it|am afraid not|'m afraid not|refuse|decline)\b|\bi'll pass\b|\bno,? (?:thanks|thank you)\b|\bno is\b|\bpass on (?:that|it|this)\b/,
  greet:
    /^(?:hi|hii+|hello|hey+|heya|howdy|hiya|yo|greetings|good (?:morning|afternoon|evening|day)|hola|bonjour|sup|what's up|whats up|wassup|welcome|salutations)\b|\bhow (?:are|r|is|'s|re) (?:you|things|it going|everything|life|your day|my ai|ya)|\bhow're (?:you|things)|\bhow(?:'s it| is it|s it| goes it| do you do| have you been|'ve you been|'s everything|s everything|'s life|'s your day|s your day)|\bwhat(?:'s|s| is) (?:up|new|going on|happening|shaking|cooking)\b|\bnice to (?:meet|see) you|\bgood to see you(?! again| later| soon)|\bare you (?:doing )?(?:ok|okay|well|good|there|alright)\b|\bgood (?:morning|afternoon|evening)\b|\banyone there\b/,
  thank:
    /\b(?:thanks|thank you|thank u|thankyou|thx|ty|cheers|much appreciated|appreciate|appreciated|grateful|thankful|gratitude|merci|gracias|danke|you(?:'re| are) (?:the best|a lifesaver|awesome|great|so helpful|very helpful)|big help|so helpful|very helpful|of great help|been helpful|owe you)\b/,
  farewell:
    /\b(?:bye|goodbye|good bye|bye-bye|farewell|see (?:you|ya)(?: later| soon| around| again| next)?|so long|take care|ta-?ta|later|catch you|talk (?:to you )?(?:soon|later)|have a (?:good|great|nice|lovely|wonderful) (?:day|one|night|evening|time|weekend)|good ?night|adios|au revoir|ciao|cya|gotta go|have to go|(?:nice|good|great|lovely|glad) (?:chatting|talking|speaking|to talk|to chat|seeing|we got to)|until next time|peace out|signing off|(?:nice|great|good|glad|pleasure) (?:to |it was |we )?(?:talk|chat|speak|meet|see)(?:ing)?)\b/,
  help: /\b(?:help(?: me)?(?: out)?[?.!]?$|how does (?:this|it) work|what (?:can|could|do) (?:you|i|u) (?:do|help|ask|say|know|offer|answer|assist)|what (?:exactly )?(?:can|could) (?:you|i) |what (?:things|else|stuff|topics|tasks|kind of things|kinds of things|sorts? of (?:things|stuff|questions|subjects|topics)|questions|types? of (?:things|questions)|subjects|information|commands|capabilities|features|services|areas)\b[^.]{0,40}\b(?:you|ask|do|know|help|answer|respond|commands|provide)|what are (?:your|my|the) (?:capabilities|features|functions|options|commands|list|abilities|skills|talents|uses|specialt)|(?:which|what) (?:types|kinds?|sorts?) of (?:questions|things|topics)|tell me what (?:you|i) (?:can|could|are capable)|(?:can|could) you tell me what you (?:can|do|know)|are you (?:able|capable)|is there anything (?:i can't|you can't|you can|i can)|how (?:can|could|do|should) (?:you help|i use (?:this|you)|i start|you assist)|instructions|usage|what is (?:this|windrose)|what do you know|list (?:of )?(?:commands|topics|things)|who are you|what are you|are you (?:a |an )?(?:human|robot|bot|ai|real|person|machine|computer|live|actual)|(?:am i|i'm) (?:talking|speaking|chatting) (?:to|with) (?:a|an))\b/,
  start_over:
    /\b(?:start (?:over|again|afresh|anew|from (?:scratch|the beginning)|new)|(?:reset|restart)(?: (?:this|the|our|everything|all|search|conversation|chat))?|begin again|from scratch|new (?:search|conversation)|forget (?:everything|all (?:of )?(?:that|this|it)|what i said)|clear (?:everything|all|the (?:search|conversation|chat))|scrap (?:that|everything|it all)|let's start again|wipe everything)\b/,
  cancel_order:
    /\b(?:cancel|refund|call off)(?: me)? (?:my|the|our|this|that|an?) (?:existing |last |upcoming )?(?:booking|reservation|order|flight|ticket|trip|tickets|flights|purchase)(?! (?:policy|fee|terms))\b|\bcancel (?:booking|order|reservation)\b/,
  stop: /\b(?:never ?mind|forget (?:it|that|about it)|cancel(?: (?:it|that|this|what|please|all|your|task|the (?:task|request|process|search)))?|abort|stop(?:$|[.!]| (?:it|that|this|please|what|working|doing|talking|everything|the|now|your))|quit|halt|enough|shut up|be quiet|shh+|mute|silence|cease|discontinue|hold on|drop it|no more|quiet|pause|end (?:this|the|that|it|task)|knock it off|i changed my mind|change(?:d)? my mind|undo)\b/,
  book: /\b(?:book|buy|purchase|reserve|order|pay(?: for)?|check ?out|get me) (?:it|this|that|them|now|those)\b|\b(?:book|buy|purchase|reserve) (?:the |that |this |my |number |option |#)(?!.{0,30}\b(?:round|return ticket|flight to|flights|flight from|trip to|one[- ]way))|\b(?:go ahead (?:and|with) (?:book|buy|purchase|reserve|it|the booking|that)|proceed (?:to|with) (?:the )?(?:booking|payment|checkout|purchase|reservation)|ready to (?:book|buy|pay)|complete (?:the|my) (?:booking|purchase|order)|(?:i want|i'd like|i would like|let's|lets|like) to (?:book|buy|purchase|reserve|proceed|pay|check ?out)(?:[.!]|$| it| this| that| now)|confirm (?:the |my )?(?:booking|order|purchase|reservation)|make (?:the|a|my) (?:booking|reservation|purchase|payment)|i'll buy|take my money|checkout|check out|^(?:please )?book(?: it| now| please)?[.!]?$|^buy)/,
  choose:
    /\b(?:i'll (?:take|go with|have|pick|choose|go for)|i will (?:take|go with|have|choose)|(?:i'd|i would) (?:like|prefer|take|rather have|choose|go with)|let's (?:go with|take|do|pick|choose)|(?:go|going) (?:with|for)|(?:take|choose|pick|select|prefer|want|like|opt for|settle on|give me|show me|tell me (?:more )?about) (?:the|that|this|number|option|it|#|your))\b/,
  accept:
    /\b(?:(?:that|this|it|the|those|these)(?: \S{1,12}){0,3}(?: one| flight| option| ticket)?(?:'s| is| are| sounds?| looks?| seems?| works?| will| would|'ll)(?: really| very| just| pretty| quite| absolutely| all)? ?(?:like )?(?:good|great|fine|perfect|awesome|excellent|acceptable|ok|okay|nice|wonderful|amazing|work|do|fantastic|lovely|ideal|better|well|for me|right|suitable|what i want|what i need|what i am looking for|suit|cool)|sounds (?:good|great|perfect|fine|awesome|nice|excellent|wonderful|like a)|works (?:for me|great|well|fine|perfectly)|(?:i|we) (?:like|love|want) (?:that|this|it|the sound of)(?: one| flight)?|that's (?:the one|it|what i)|i'm (?:happy|good|fine|okay|ok) with (?:that|this|it)|looks (?:good|great|perfect|fine)|that is the (?:one|flight) i)\b/,
  more: /\b(?:(?:any|are there|is there|do you have|have you got|show me|what|which|see|find|got|some|get|try|look for|search for)(?: any| me| some| the| there| are)? ?(?:other|others|more|else|alternatives?|different|another|additional|better)|anything else|something (?:else|different|better)|what else|other (?:options?|flights?|choices|ones)|(?:more|different|another|alternative|alternate) (?:options?|flights?|choices|results|ones?|one)|any more|not (?:so )?good|show more|next page|keep looking|try (?:yet )?again|look again|search again)\b/,
};

/** The acts a message performs. */
export function actsOf(text: string): ReadonlySet<Act> {
  return new Set(acts.filter((act) => patterns[act].test(text)));
}
