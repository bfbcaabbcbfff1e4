import type { Cabin } from '../../domain/cabin.ts';
import type { Airline } from '../../domain/reference/airlines.ts';
import { betweenWords, endOfMatch } from '../end-of-match.ts';
import { ordinaryWords } from '../gazetteer/ordinary-words.ts';
import { keepApart } from '../keep-apart.ts';
import type { Span } from '../span.ts';

export interface AirlineName {
  readonly code: string;
  /** Everyday words ("delta", "spirit", "united"): an airline only where the words around say so. */
  readonly everyday: boolean;
  /** Written as the code alone, "BA": which letters may be is told by the words around even more. */
  readonly bare?: 'code' | 'state';
  /** "Polaris" is a cabin of one airline. */
  readonly cabin?: Cabin;
}

/** Finds airline names in a text, left to right, longest first. */
export interface AirlineNames {
  find(normalised: string): readonly Span<AirlineName>[];
}

const suffix = /(?:,? (?:air ?lines?|air ?ways|aviation|airlines company|air))$/;
const suffixes = ['airlines', 'airline', 'airways', 'air lines', 'air'];

/** Names that are words of English, places or both; each is an airline only beside a word such as "fly" or "with". */
const everydayNames: ReadonlySet<string> = new Set([
  'alaska',
  'american',
  'austrian',
  'breeze',
  'brussels',
  'condor',
  'delta',
  'eastern',
  'edelweiss',
  'egypt',
  'ethiopian',
  'french',
  'frontier',
  'gulf',
  'hainan',
  'hawaiian',
  'hong kong',
  'iberia',
  'juneyao',
  'jet',
  'kenya',
  'kuwait',
  'level',
  'malaysia',
  'mango',
  'middle east',
  'norse',
  'norwegian',
  'oman',
  'philippine',
  'play',
  'porter',
  'royal',
  'scandinavian',
  'scoot',
  'shanghai',
  'shenzhen',
  'sichuan',
  'silver',
  'sky',
  'singapore',
  'south african',
  'southern',
  'southwest',
  'spirit',
  'spring',
  'sun country',
  'swiss',
  'tap',
  'thai',
  'turkish',
  'united',
  'vietnam',
  'virgin',
  'wizz',
  'azul',
  'discover',
  'gol',
  'volotea',
  'vueling',
  'transavia',
  'sas',
  'ana',
  'iberia express',
  'smart',
  'wings',
  'star',
  'pegasus',
  'saudi',
  'air',
]);

/** Countries with several airlines, none of which is called by the name of the country alone. */
const onlyPlaces: ReadonlySet<string> = new Set(['china']);

/** "The TAP flight" and "TP" mean the same to a traveller. Codes with a flight number behind them are read elsewhere. */
export function createAirlineNames(airlines: readonly Airline[]): AirlineNames {
  const byName = new Map<string, AirlineName>();
  for (const { code, name, aliases } of airlines) {
    for (const full of [name, ...aliases].map(plain)) add(byName, full, { code, everyday: isEveryday(full) });
  }
  // Shortened names come second: "Qatar" is the airline only where the sentence says so, whatever else is called like it.
  for (const { code, name, aliases } of airlines) {
    for (const full of [name, ...aliases].map(plain)) {
      const short = full.replace(suffix, '');
      if (short === full || short.length < 3 || onlyPlaces.has(short)) continue;
      add(byName, short, { code, everyday: true });
      for (const ending of suffixes) add(byName, `${short} ${ending}`, { code, everyday: false });
    }
  }
  for (const [name, brand] of Object.entries(cabinBrands)) byName.set(name, { ...brand, everyday: false });
  const reach = reachOf(byName.keys());
  const codes = new Set(airlines.map(({ code }) => code).filter((code) => !otherThings.has(code)));
  return {
    find: (normalised) => {
      const found = keepApart([...findNames(normalised, byName, reach), ...findCodes(normalised, codes)]);
      return found.length > 0
        ? keepApart([...found, ...findCodesBeside(found, normalised)])
        : findLoneCode(normalised);
    },
  };
}

/** What airlines call a cabin of theirs. */
const cabinBrands: Readonly<Record<string, Pick<AirlineName, 'code' | 'cabin'>>> = {
  'delta one': { code: 'DL', cabin: 'business' },
  polaris: { code: 'UA', cabin: 'business' },
  'united polaris': { code: 'UA', cabin: 'business' },
  qsuite: { code: 'QR', cabin: 'business' },
  qsuites: { code: 'QR', cabin: 'business' },
  'virgin upper class': { code: 'VS', cabin: 'business' },
  'virgin atlantic upper class': { code: 'VS', cabin: 'business' },
  'jetblue mint': { code: 'B6', cabin: 'business' },
  'la premiere': { code: 'AF', cabin: 'first' },
};

/** Codes that mostly stand for something else. */
const otherThings: ReadonlySet<string> = new Set(
  'AM PM US UK EU UN LA NY NJ DC SF OK TV ID IT IN IS AT AS SO DO GO NO TO HI ME BY MY UP IF OR PR PS'.split(
    ' ',
  ),
);
/** States of the USA, which stand behind the names of cities. */
const states: ReadonlySet<string> = new Set(
  'AL AK AZ AR CA CO CT DE FL GA IA IL KS KY MA MD MI MN MO MS MT NC ND NE NH NM NV OH PA RI SC SD TN TX UT VA VT WA WI WV WY'.split(
    ' ',
  ),
);
const code = /(?:[A-Z]{2}|[A-Z]\d|\d[A-Z])(?![\p{L}\p{N}-]| ?\d)(?<![\p{L}\p{N}-]..)/gu;

/** Codes in capitals; of a message that is all capitals only what stands behind "with". */
function findCodes(text: string, codes: ReadonlySet<string>): Span<AirlineName>[] {
  const found = [...text.matchAll(code)].filter(([written]) => codes.has(written));
  if (found.length === 0) return [];
  const isLoud = text.length > longestOfCapitals && text === text.toUpperCase();
  const told = isLoud ? found.filter(({ index }) => text.slice(0, index).endsWith(' WITH ')) : found;
  return told.map(({ index, 0: written }) => ({
    start: index,
    end: index + written.length,
    text: written,
    value: { code: written, everyday: true, bare: states.has(written) ? 'state' : 'code' },
  }));
}
/** Codes that travellers say as names, also in small letters. */
const sayable: ReadonlySet<string> = new Set(
  'aa ac af ay az b6 ba cx dl ek ey fr ib jl kl lh lx nh os qf qr sk sq tk tp u2 ua vs wn'.split(' '),
);
const codeBehind = /^ ?(?:,|\/|&|or|and) ?([a-z][a-z\d])(?![\p{L}\p{N}])/u;
const codeBefore = /(?<![\p{L}\p{N}])([a-z][a-z\d]) ?(?:,|\/|&|or|and) ?$/u;

/** "Virgin or ba": a code in small letters beside an airline. */
function findCodesBeside(found: readonly Span<AirlineName>[], text: string): Span<AirlineName>[] {
  return found
    .flatMap(({ start, end }) => {
      const behind = codeBehind.exec(text.slice(end, end + 12));
      const before = codeBefore.exec(text.slice(Math.max(0, start - 12), start));
      return [behind && end + behind[0].length - 2, before && start - before[0].length];
    })
    .flatMap((at) => {
      const written = at === null ? '' : text.slice(at, at + 2);
      if (at === null || !sayable.has(written)) return [];
      const value = { code: written.toUpperCase(), everyday: true, bare: 'code' } as const;
      return [{ start: at, end: at + 2, text: written, value }];
    });
}

const loneCode =
  /^(?:(?:and|or|ok|only|just|with|fly|show me|what about|how about|the|i'll take|take) ){0,3}([a-z][a-z\d])(?: (?:ones?|flights?|options?|only|then|please|instead)){0,2}[.!?]?$/;

/** "The ba one": a code in small letters that next to nothing stands beside. */
function findLoneCode(text: string): Span<AirlineName>[] {
  const written = text.length <= longestOfLone ? loneCode.exec(text)?.[1] : undefined;
  if (written === undefined || !sayable.has(written)) return [];
  const start = text.search(new RegExp(`\\b${written}\\b`));
  const value = { code: written.toUpperCase(), everyday: true, bare: 'code' } as const;
  return [{ start, end: start + 2, text: written, value }];
}
const longestOfLone = 40;

/** "BA OR VS" */
const longestOfCapitals = 8;

/** A name of four letters or fewer is a word of some language. */
const isEveryday = (name: string): boolean =>
  everydayNames.has(name) || ordinaryWords.has(name) || (name.length <= 4 && name !== 'klm');

function add(byName: Map<string, AirlineName>, name: string, airline: AirlineName): void {
  if (name.length >= 2 && !byName.has(name) && !/^[a-z0-9]{2}$/.test(name)) byName.set(name, airline);
}

const ascii = /^[\0-\x7f]*$/;
const accents = /\p{Mn}/gu;
const plain = (name: string): string => {
  const lower = name.toLowerCase();
  return ascii.test(lower) ? lower : lower.normalize('NFD').replace(accents, '').normalize('NFC');
};
const word = /[\p{L}\p{N}]{1,40}(?:['.&-][\p{L}\p{N}]{1,40}){0,4}/uy;
const withoutPossessive = (name: string): string => (name.endsWith("'s") ? name.slice(0, -2) : name);

interface WordAt {
  readonly at: number;
  readonly end: number;
}

function wordsOf(text: string): WordAt[] {
  const words: WordAt[] = [];
  for (let at = endOfMatch(betweenWords, text, 0); at < text.length;) {
    const end = endOfMatch(word, text, at);
    words.push({ at, end });
    at = endOfMatch(betweenWords, text, end);
  }
  return words;
}

/** By the word that a name begins with, how many words the longest such name has: few words of a message begin any. */
function reachOf(names: Iterable<string>): ReadonlyMap<string, number> {
  const reach = new Map<string, number>();
  for (const name of names) {
    const words = wordsOf(name);
    const first = name.slice(words[0]?.at, words[0]?.end);
    reach.set(first, Math.max(reach.get(first) ?? 0, words.length));
  }
  return reach;
}

/** "Delta one way" names no cabin. */
const wayBehind = /^[ -](?:way|stop)/i;
/** "The delta one has a stop" points at a flight. */
const pointsWithOne = (text: string, start: number, end: number): boolean =>
  / one$/.test(text.slice(start, end)) &&
  /\b(?:the|that|this|your) (?:\S{1,10} )?$/i.test(text.slice(Math.max(0, start - 18), start)) &&
  !/^ (?:cabin|suites?|seats?|class|lounges?|product)\b/i.test(text.slice(end, end + 9));

function findNames(
  text: string,
  byName: ReadonlyMap<string, AirlineName>,
  reach: ReadonlyMap<string, number>,
): Span<AirlineName>[] {
  const words = wordsOf(text);
  const found: Span<AirlineName>[] = [];
  for (let first = 0; first < words.length; first += 1) {
    const { at: start, end: firstEnd } = words[first] ?? { at: 0, end: 0 };
    const opening = plain(text.slice(start, firstEnd));
    const most = reach.get(opening) ?? (reach.has(withoutPossessive(opening)) ? 1 : 0);
    for (let count = Math.min(most, words.length - first); count > 0; count -= 1) {
      const end = words[first + count - 1]?.end ?? 0;
      const written = text.slice(start, end);
      const name = byName.get(withoutPossessive(plain(written)));
      if (!name) continue;
      if (name.cabin && (wayBehind.test(text.slice(end, end + 6)) || pointsWithOne(text, start, end)))
        continue;
      found.push({ start, end, text: written, value: name });
      first += count - 1;
      break;
    }
  }
  return found;
}
