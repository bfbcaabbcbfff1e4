/**
 * Words by which a message shows that it is German. None of them is an English word, a name or a code: "die", "den", "am", "mit" and "kind"
 * are missing for that reason.
 */
const telling = wordsOf(
  'hallo|kannst|hilfe|guten (?:morgen|tag|abend)|und|oder|ohne|von|über|ueber|wochenende|vom|bis|zum|nach|unter|morgen|dauer|außer|ausser|keine?n?|ich|wir|uns|für|fuer|nur|bitte|danke|heute|übermorgen|uebermorgen|zurück|zurueck',
  '(?:hin|rück|rueck|direkt)?fl(?:ug|üge|uege)|fliegen|möchten?|moechten?|brauchen?|suchen?|zeige?',
  'erwachsene[rn]?|personen|kind(?:er|ern|es)|säuglinge?|klasse|höchstens|hoechstens|maximal|direkt|umsteigen|umstiege?|zwischenstopps?',
  '(?:montag|dienstag|mittwoch|donnerstag|freitag|samstag|sonnabend|sonntag)s?|nächste[rnsm]?|naechste[rnsm]?|diese[rnsm]',
  'tage[ns]?|nächte[n]?|wochen?|monate?n?|uhr|morgens|vormittags?|mittags|nachmittags?|abends?|nachts',
  '(?:billig|günstig|guenstig|schnell|kürz|kuerz|früh|frueh|spät|spaet)(?:er|st)\\p{L}{0,2}',
  '(?:erst|zweit|dritt|viert|letzt)e[nrs]?|nimm|nehme?|buche|warum|vergleiche?|egal|koffer|(?:hand)?gep(?:ä|ae)ck|stornierbar|erstattbar|von vorne?',
);

const n = '(\\d{1,2})';
const months: readonly (readonly [german: string, english: string])[] = [
  ...([
    ['jan(?:uar|ner)|jänner', 'january'],
    ['februar', 'february'],
    ['märz|maerz', 'march'],
  ] as const),
  ...([
    ['april', 'april'],
    ['mai', 'may'],
    ['juni', 'june'],
    ['juli', 'july'],
  ] as const),
  ...([
    ['august', 'august'],
    ['september', 'september'],
    ['oktober', 'october'],
  ] as const),
  ...([
    ['november', 'november'],
    ['dezember', 'december'],
  ] as const),
];

/** In this order: what consists of several words comes before its parts. */
const glossary: readonly (readonly [german: RegExp, english: string])[] = (
  [
    ['(?:noch ?mal |ganz )?von vorne?|neu anfangen|neue suche', 'start over'],
    ['guten (?:morgen|tag|abend)|hallo', 'hello'],
    ['was kannst du(?: alles)?', 'what can you do'],
    // Times of day, before the words in them are read by themselves.
    [`${n}[:.](\\d\\d) uhr`, '$1:$2'],
    [`${n} uhr (\\d\\d)`, '$1:$2'],
    [`${n} uhr`, '$1:00'],
    ['(?:nach|ab) (?=\\d{1,2}:\\d\\d)', 'after '],
    ['vor (?=\\d{1,2}:\\d\\d)', 'before '],
    ['(?:spätestens )?bis (?=\\d{1,2}:\\d\\d)', 'before '],
    ['um (?=\\d{1,2}:\\d\\d)', 'at '],
    [
      '(montag|dienstag|mittwoch|donnerstag|freitag|samstag|sonntag) (?:morgen|früh|frueh)',
      '$1 in the morning',
    ],
    ['morgen früh|morgen frueh', 'tomorrow morning'],
    ['morgen (?=vormittag|nachmittag|abend)', 'tomorrow '],
    ['(?:am |jeden )?(?:morgens|frühmorgens|vormittags?)|am morgen|früh am morgen', 'in the morning'],
    ['(?:am )?(?:mittags?)', 'at noon'],
    ['(?:am )?nachmittags?', 'in the afternoon'],
    ['(?:am )?abends?', 'in the evening'],
    ['nachts|in der nacht', 'at night'],
    // Days.
    ...months.flatMap(([german, english], index) => [
      [`(?:am |den )?${n}\\. ?(?:0?${index + 1}\\. ?|(?:${german}) )(\\d{4})`, `$1 ${english} $2`] as const,
      [`(?:am |den )?${n}\\. ?(?:0?${index + 1}\\.(?!\\d)|${german})`, `$1 ${english}`] as const,
      [german, english] as const,
    ]),
    ['heute', 'today'],
    ['(?:ü|ue)bermorgen', 'the day after tomorrow'],
    ['morgen', 'tomorrow'],
    ...['Montag monday', 'Dienstag tuesday', 'Mittwoch wednesday', 'Donnerstag thursday', 'Freitag friday']
      .concat('Samstag saturday', 'Sonnabend saturday', 'Sonntag sunday')
      .map((pair) => pair.toLowerCase().split(' '))
      .map(([german = '', english = '']) => [`(?:am )?${german}s?`, `on ${english}`] as const),
    ['(?:(?:am|den|der|dem) )?n(?:ä|ae)chste[rnsm]? (?:on )?(?=\\p{L})', 'next '],
    ['(?:(?:am|den) )?(?:kommende[rnsm]?) (?:on )?(?=\\p{L})', 'next '],
    ['diese[rnsm]? (?:on )?(?=\\p{L})', 'this '],
    ['am wochenende', 'on the weekend'],
    ['wochenende', 'weekend'],
    ['(?:vom|von|ab) (?:dem )?(?:on )?(?=\\d{1,2}\\.)', 'from '],
    ['bis (?:zum |am )?(?=\\d|on )', 'to '],
    [`${n}\\.(?= ?(?:-|to) ?\\d)`, '$1'],
    ['ende (?=\\p{L}{3})', 'end of '],
    ['anfang (?=\\p{L}{3})', 'beginning of '],
    ['mitte (?=\\p{L}{3})', 'mid '],
    ['im fr(?:ü|ue)h(?:ling|jahr)', 'in spring'],
    ['im sommer', 'in summer'],
    ['im herbst', 'in autumn'],
    ['im winter', 'in winter'],
    ['ostern', 'easter'],
    ['weihnachten', 'christmas'],
    ['silvester', "new year's eve"],
    ['tage?n?', 'days'],
    ['n(?:a|ä|ae)cht(?:en?)?', 'nights'],
    ['woche', 'week'],
    ['wochen', 'weeks'],
    ['monate?n?', 'months'],
    ['stunden?', 'hours'],
    ['fr(?:ü|ue)her', 'earlier'],
    ['sp(?:ä|ae)ter', 'later'],
    // The way.
    ['hin[ -]?(?:und|&|\\+) ?zur(?:ü|ue)ck|hin-? ?und r(?:ü|ue)ckflug', 'round trip'],
    ['nur hin(?:flug)?|(?:ein )?einfacher flug|nur einfach', 'one way'],
    ['r(?:ü|ue)ckflug|zur(?:ü|ue)ck', 'returning'],
    ['hinflug', 'outbound flight'],
    ['ankunft|ankommen', 'arriving'],
    ['abflug|abfliegen', 'departing'],
    ['nachtfl(?:ug|üge|uege)|(?:ü|ue)bernachtung', 'overnight flights'],
    ['direktfl(?:ug|üge|uege)|direktverbindung(?:en)?', 'nonstop flight'],
    [
      'ohne (?:jeden |jegliche |einen )?(?:umsteigen|umstiege?|zwischenstopps?|stopps?|zwischenlandung)',
      'nonstop',
    ],
    ['(?:nur )?direkt', 'nonstop'],
    ['(?:umsteigen|umstiege?|zwischenstopps?|stopps?|zwischenlandung(?:en)?)', 'stop'],
    ['fl(?:ug|üge|uege|ügen|uegen)', 'flight'],
    ['fliegen|reisen', 'fly'],
    ['(?:ü|ue)ber (?=\\p{Lu})', 'via '],
    ['(?:von|ab|aus) (?=\\p{L})', 'from '],
    [
      'nach preis(?: sortier(?:t|en))?|(?:das )?(?:billigste|günstigste|guenstigste) zuerst',
      'cheapest first',
    ],
    [
      'nach (?:reise|flug)?(?:dauer|zeit)(?: sortier(?:t|en))?|(?:das |den )?schnellste[nr]? zuerst',
      'sort by duration',
    ],
    ['sortiere?n?', 'sort'],
    ['nach', 'to'],
    // Who, how and with what.
    ['zu zweit|wir (?:beide|zwei)|uns (?:beide|zwei)', 'for two people'],
    ['zu dritt', 'for three people'],
    ['zu viert', 'for four people'],
    ['meine[rn]? (?:frau|freundin|partnerin)', 'my wife'],
    ['meine[nm]? (?:mann|freund|partner)', 'my husband'],
    ['erwachsene[rn]?', 'adults'],
    ['(?:pro|je) (?:person|nase|kopf)', 'per head'],
    ['person(?:en)?', 'people'],
    ['kindern?|kindes', 'children'],
    ['kind', 'child'],
    ['s(?:ä|ae)uglinge?|babys?', 'infant'],
    ['im alter von ?|von (?=\\d{1,2} jahr)', 'aged '],
    [`${n}[ -]?j(?:ä|ae)hrige[nrsm]?`, '$1-year-old'],
    ['jahre?n?(?: alt)?', 'years old'],
    ['erste[nr]? klasse', 'first class'],
    ['business ?klasse', 'business class'],
    ['economy ?klasse|touristenklasse', 'economy class'],
    ['nur (?:mit )?handgep(?:ä|ae)ck', 'carry-on only'],
    ['handgep(?:ä|ae)ck', 'carry-on'],
    ['(?:aufgabe)?gep(?:ä|ae)ck|koffern?', 'checked bag'],
    ['unter', 'under'],
    ['(?:ü|ue)ber', 'over'],
    ['h(?:ö|oe)chstens|maximal|bis zu', 'at most'],
    ['weniger als', 'less than'],
    ['(?:erstattbar|stornierbar)', 'refundable'],
    // What is asked of offers.
    ['(?:(?:der|die|das|den) )?(?:billig|g(?:ü|ue)nstig)ste[nrs]?', 'the cheapest'],
    ['billig|g(?:ü|ue)nstig', 'cheap'],
    ['billiger|g(?:ü|ue)nstiger', 'cheaper'],
    ['(?:(?:der|die|das|den) )?(?:schnell|k(?:ü|ue)rze)ste[nrs]?', 'the fastest'],
    ['schneller|k(?:ü|ue)rzer', 'faster'],
    ['(?:(?:der|die|das|den) )?fr(?:ü|ue)h(?:e)?ste[nrs]?', 'the earliest'],
    ['(?:(?:der|die|das|den) )?sp(?:ä|ae)teste[nrs]?', 'the latest'],
    ['(?:(?:der|die|das|den) )?beste[nrs]?', 'the best'],
    ['(?:der|die|das|den|dem) erste[nrsm]?', 'the first'],
    ['(?:der|die|das|den|dem) zweite[nrsm]?', 'the second'],
    ['(?:der|die|das|den|dem) dritte[nrsm]?', 'the third'],
    ['(?:der|die|das|den|dem) vierte[nrsm]?', 'the fourth'],
    ['(?:der|die|das|den|dem) letzte[nrsm]?', 'the last'],
    ['(?:nimm|ich nehme|nehmen wir|nehme)', 'take'],
    ['buche?n?', 'book'],
    ['vergleiche?n?', 'compare'],
    ['warum(?: ist)?', 'why is'],
    ['was kostet|wie ?viel kostet', 'how much is'],
    ['wie lange? dauert', 'how long is'],
    // Small words.
    ['(?:ich|wir) (?:m(?:ö|oe)chten?|will|wollen|w(?:ü|ue)rden? gerne?)', 'i want to'],
    ['(?:ich |wir )?suchen?', 'find'],
    ['(?:ich |wir )?brauchen?', 'i need'],
    ['zeige? (?:mir|uns)', 'show me'],
    ['nicht mit|ohne|au(?:ß|ss)er|keine?n?', 'without'],
    ['nur (?:noch )?mit', 'only with'],
    ['nur', 'only'],
    ['nicht', 'not'],
    ['mit', 'with'],
    ['oder', 'or'],
    ['und', 'and'],
    ['f(?:ü|ue)r', 'for'],
    ['zwischen', 'between'],
    ['eine?[nmr]?', 'one'],
    ['zwei', 'two'],
    ['drei', 'three'],
    ['vier', 'four'],
    ['f(?:ü|ue)nf', 'five'],
    ['sechs', 'six'],
    ['sieben', 'seven'],
    ['acht', 'eight'],
    ['neun', 'nine'],
    ['zehn', 'ten'],
    ['danke(?: sch(?:ö|oe)n)?', 'thanks'],
    ['bitte', 'please'],
    ['egal,? (?:welche[rs]?|mit welche[rm])|jede', 'any'],
    ['egal', 'any'],
    ['statt', 'instead of'],
    ['(?:inklusive|inbegriffen|enthalten|dabei)', 'included'],
    ['gibt es', 'are there'],
    ['ist', 'is'],
    ['sind', 'are'],
    ['hat', 'has'],
    ['will|wollen', 'want to'],
    ['ich', 'i'],
    ['wir', 'we'],
    ['uns', 'us'],
    ['mir|mich', 'me'],
    ['mein(?:e[nrm]?)?', 'my'],
    ['was', 'what'],
    ['welche[rsn]?', 'which'],
    ['wann', 'when'],
    ['wie ?viel', 'how much'],
    ['wie', 'how'],
    ['wo', 'where'],
    ['aber', 'but'],
    ['auch', 'also'],
    ['auf', 'on'],
    ['bei', 'at'],
    ['vor', 'before'],
    ['zu[mr]?', 'to'],
    ['im', 'in'],
    ['am', 'on'],
    ['um', 'at'],
    ['de[rnms]|das|die', 'the'],
    ['(?:es|da|dann|doch|mal|lieber|gerne?|noch|so|sehr|los|etwas|etwa) ', ''],
    ['hilfe', 'help'],
  ] as const
).map(([german, english]) => [wordsOf(german), english]);

/**
 * A German message in the words that the parsers read; any other message as it is. Names stay, and so does the order of words, which the
 * parsers do not depend on.
 */
export function germanInEnglish(text: string): string {
  telling.lastIndex = 0;
  if (!telling.test(text)) return text;
  let english = text;
  for (const [german, words] of glossary) english = english.replace(german, words);
  return english;
}

/** Matches any of these sources where they begin with a word and do not end inside one. */
function wordsOf(...sources: readonly string[]): RegExp {
  return new RegExp(
    `(?<![\\p{L}\\p{N}])(?:${sources.join('|')})(?!(?<=[\\p{L}\\p{N}])[\\p{L}\\p{N}])`,
    'giu',
  );
}
