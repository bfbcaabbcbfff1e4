import type { Money } from '../domain/money.ts';
import { isoDateOfDay, localDayOf, localMinuteOfDay, type ZonedMinute } from '../domain/zoned-minute.ts';
import { makeMoneyFormat } from './money-format.ts';
import { plainSpaces } from './plain-spaces.ts';

/** How one traveller reads numbers, days and times. */
export interface Formats {
  money(amount: Money): string;
  /** With weekday, and with the year unless it is the present one. */
  date(isoDate: string): string;
  shortDate(isoDate: string): string;
  time(time: ZonedMinute): string;
  /** "HH:MM" as the locale writes it. */
  clock(time: string): string;
  duration(minutes: number): string;
  list(items: readonly string[]): string;
  either(items: readonly string[]): string;
}

const remembered = new Map<string, Formats>();
const mostRemembered = 50;

/** Formats of a locale (BCP 47) in a year; remembered, because Intl's own objects are slow to make. */
export function formatsFor(locale: string, thisYear: number): Formats {
  const key = `${locale} ${thisYear}`;
  let formats = remembered.get(key);
  if (!formats) {
    formats = makeFormats(locale, thisYear);
    if (remembered.size >= mostRemembered) remembered.clear();
    remembered.set(key, formats);
  }
  return formats;
}

function makeFormats(locale: string, thisYear: number): Formats {
  const words = englishOf(locale);
  const day = { weekday: 'long', month: 'long', day: 'numeric', timeZone: 'UTC' } as const;
  const date = new Intl.DateTimeFormat(words, day);
  const dateWithYear = new Intl.DateTimeFormat(words, { ...day, year: 'numeric' });
  const short = new Intl.DateTimeFormat(words, {
    weekday: 'short',
    month: 'short',
    day: 'numeric',
    timeZone: 'UTC',
  });
  const time = new Intl.DateTimeFormat(locale, { hour: 'numeric', minute: '2-digit', timeZone: 'UTC' });
  const list = new Intl.ListFormat(words, { type: 'conjunction' });
  const either = new Intl.ListFormat(words, { type: 'disjunction' });
  const at = (isoDate: string) => new Date(`${isoDate}T00:00:00Z`);
  const moneyIn = remembering((currency: string) => makeMoneyFormat(locale, currency));
  const timeOf = remembering((minute: number) => plainSpaces(time.format(minute * 60_000)));

  return {
    money: (amount) => moneyIn(amount.currency)(amount),
    date: remembering((isoDate) =>
      plainSpaces((isoDate.startsWith(String(thisYear)) ? date : dateWithYear).format(at(isoDate))),
    ),
    shortDate: (isoDate) => plainSpaces(short.format(at(isoDate))),
    time: (moment) => timeOf(localMinuteOfDay(moment)),
    clock: (text) => plainSpaces(time.format(new Date(`1970-01-01T${text}:00Z`))),
    duration: formatDuration,
    list: (items) => listed(items, list),
    either: (items) => listed(items, either),
  };
}

/**
 * English as the locale's region writes it: the sentences are English, and days and lists are words in them. Figures are the locale's own.
 */
function englishOf(locale: string): string {
  const { language, region } = new Intl.Locale(locale).maximize();
  return language === 'en' ? locale : `en-${region ?? 'US'}`;
}

/** Enough for every minute of a day, and for every day that can be booked. */
const mostTexts = 1440;

/** The same function, which asks Intl only once for what comes again. */
function remembering<Key, Value>(make: (key: Key) => Value): (key: Key) => Value {
  const texts = new Map<Key, Value>();
  return (key) => {
    let text = texts.get(key);
    if (text === undefined) {
      if (texts.size >= mostTexts) texts.clear();
      texts.set(key, (text = make(key)));
    }
    return text;
  };
}

/** One thing alone reads the same in every language. */
const listed = (items: readonly string[], format: Intl.ListFormat): string =>
  items.length === 1 && items[0] !== undefined ? items[0] : format.format(items);

/** "6 h 35 min", "45 min", "2 h". */
export function formatDuration(minutes: number): string {
  const [hours, rest] = [Math.floor(minutes / 60), minutes % 60];
  if (hours === 0) return `${rest} min`;
  return rest === 0 ? `${hours} h` : `${hours} h ${rest} min`;
}

export const localIsoDate = (time: ZonedMinute): string => isoDateOfDay(localDayOf(time));
