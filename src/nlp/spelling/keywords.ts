/**
 * The words that a wish hangs on: where one of them is mistyped and passed over, a day is the wrong one or a filter is gone. Not in here are
 * words whose mistyped forms are other words ("form" for "from", which the roles of places know).
 */
const list = `
monday tuesday wednesday thursday friday saturday sunday january february march april august september october november december
today tomorrow tonight yesterday morning afternoon evening night nights midnight weekend weekends week weeks month months days next this after
before between around until during early earlier earliest latest later either flexible christmas easter thanksgiving holiday holidays
depart departs departing departure leave leaves leaving arrive arrives arriving arrival return returns returning coming back round roundtrip oneway
adult adults child children infant infants people person passenger passengers traveller travellers traveler travelers family kids teenager
teenagers senior seniors toddler toddlers husband daughter girlfriend boyfriend parents
business economy premium first class cabin nonstop direct directly stopover stopovers layover layovers connection connections connecting
overnight stops without except excluding avoid avoiding prefer preferably only
cheap cheaper cheapest budget under price prices maximum euros dollars pounds refundable fastest quickest shortest
travel traveling travelling vacation baggage luggage suitcase suitcases checked airline airlines airport airports alliance flight flights flying ticket tickets
compare available refund second third choose option options
with
ryanair lufthansa easyjet emirates jetblue finnair qantas iberia delta american airways southwest turkish etihad vueling norwegian alaska
`;
export const keywords: ReadonlySet<string> = new Set(list.trim().split(/\s+/));

/** Days, months and airlines so short that people have names one letter away from them: Sundar, Agust, Apryl, Delia. */
export const nearPeople: ReadonlySet<string> = new Set(
  'monday friday sunday march april august delta iberia qantas etihad alaska'.split(' '),
);

/** What is typed for short, and what is often misspelt by more than a letter. */
export const shorthand: ReadonlyMap<string, string> = new Map(
  Object.entries({
    frm: 'from',
    fom: 'from',
    fron: 'from',
    nxt: 'next',
    wk: 'week',
    wks: 'weeks',
    wknd: 'weekend',
    wkend: 'weekend',
    tmr: 'tomorrow',
    tmw: 'tomorrow',
    tmrw: 'tomorrow',
    tmrrw: 'tomorrow',
    tomoz: 'tomorrow',
    tommorow: 'tomorrow',
    '2moro': 'tomorrow',
    '2morrow': 'tomorrow',
    '2nite': 'tonight',
    tonite: 'tonight',
    mrng: 'morning',
    aftn: 'afternoon',
    arvo: 'afternoon',
    btwn: 'between',
    b4: 'before',
    abt: 'about',
    arnd: 'around',
    thru: 'through',
    'w/': 'with',
    'w/o': 'without',
    wihtout: 'without',
    ppl: 'people',
    rtn: 'return',
    retn: 'return',
    bizness: 'business',
    bussines: 'business',
    buisnes: 'business',
    buisiness: 'business',
    econ: 'economy',
    wensday: 'wednesday',
    wendsday: 'wednesday',
    wensdays: 'wednesdays',
    cheepest: 'cheapest',
    cheepist: 'cheapest',
    refundible: 'refundable',
    // Contractions as phones and hurried people write them; "ill" and "id" are words of their own.
    thats: "that's",
    whats: "what's",
    hows: "how's",
    wheres: "where's",
    theres: "there's",
    lets: "let's",
    im: "i'm",
    ive: "i've",
    youre: "you're",
    dont: "don't",
    doesnt: "doesn't",
    didnt: "didn't",
    isnt: "isn't",
    arent: "aren't",
    cant: "can't",
    wont: "won't",
    couldnt: "couldn't",
    wouldnt: "wouldn't",
    u: 'you',
    gimme: 'give me',
    lemme: 'let me',
  }),
);
