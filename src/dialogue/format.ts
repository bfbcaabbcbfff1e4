import { majorUnits, currencyDigits, type Money } from '../domain/money.ts';
import { isoDateOfDay, localDayOf, type ZonedMinute } from '../domain/zoned-minute.ts';

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
  const moneyByCurrency = new Map<string, Intl.NumberFormat>();
  const day = { weekday: 'long', month: 'long', day: 'numeric', timeZone: 'UTC' } as const;
  const date = new Intl.DateTimeFormat(locale, day);
  const dateWithYear = new Intl.DateTimeFormat(locale, { ...day, year: 'numeric' });
  const short = new Intl.DateTimeFormat(locale, {
    weekday: 'short',
    month: 'short',
    day: 'numeric',
    timeZone: 'UTC',
  });
  const time = new Intl.DateTimeFormat(locale, { hour: 'numeric', minute: '2-digit', timeZone: 'UTC' });
  const list = new Intl.ListFormat(locale, { type: 'conjunction' });
  const either = new Intl.ListFormat(locale, { type: 'disjunction' });
  // Intl parts hours and the half of the day by a narrow space that terminals and tests trip over.
  const plain = (text: string) => text.replaceAll('\u202f', ' ');
  const at = (isoDate: string) => new Date(`${isoDate}T00:00:00Z`);

  return {
    money(amount) {
      const whole = amount.minor % 10 ** currencyDigits(amount.currency) === 0;
      const key = `${amount.currency}${whole}`;
      let format = moneyByCurrency.get(key);
      if (!format) {
        format = new Intl.NumberFormat(locale, {
          style: 'currency',
          currency: amount.currency,
          ...(whole ? { maximumFractionDigits: 0 } : {}),
        });
        moneyByCurrency.set(key, format);
      }
      return plain(format.format(majorUnits(amount)));
    },
    date: (isoDate) =>
      plain((isoDate.startsWith(String(thisYear)) ? date : dateWithYear).format(at(isoDate))),
    shortDate: (isoDate) => plain(short.format(at(isoDate))),
    time: ({ epochMinutes, offsetMinutes }) => plain(time.format((epochMinutes + offsetMinutes) * 60_000)),
    clock: (text) => plain(time.format(new Date(`1970-01-01T${text}:00Z`))),
    duration: formatDuration,
    list: (items) => list.format(items),
    either: (items) => either.format(items),
  };
}

/** "6 h 35 min", "45 min", "2 h". */
export function formatDuration(minutes: number): string {
  const [hours, rest] = [Math.floor(minutes / 60), minutes % 60];
  if (hours === 0) return `${rest} min`;
  return rest === 0 ? `${hours} h` : `${hours} h ${rest} min`;
}

export const localIsoDate = (time: ZonedMinute): string => isoDateOfDay(localDayOf(time));
