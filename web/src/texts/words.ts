import { createContext, useContext } from 'react';
import type { Money } from '../../../src/contract/money.ts';
import { wallClock } from '../model/local-time.ts';
import { de } from './de.ts';
import { en, type Texts } from './en.ts';

/** The language that the agent and the cards' reasons are written in, whatever the language of the page. */
export const agentLanguage = 'en';

const catalogues = { en, de } as const satisfies Record<string, Texts>;
export type Language = keyof typeof catalogues;
export const languages = Object.keys(catalogues) as Language[];
export const nameOfLanguage = (language: Language): string => catalogues[language].language;

/** The texts of a language, and how its readers write money, times and days. */
export interface Words {
  readonly t: Texts;
  readonly language: Language;
  readonly locale: string;
  /** Without cents where there are none. */
  readonly money: (money: Money) => string;
  /** The wall clock of an ISO time. */
  readonly time: (iso: string) => string;
  readonly minute: (minuteOfDay: number) => string;
  /** "Fri, Dec 4". */
  readonly day: (iso: string) => string;
  readonly duration: (minutes: number) => string;
  readonly number: (value: number) => string;
}

export function createWords(language: Language, locale: string): Words {
  const t: Texts = catalogues[language];
  const clock = new Intl.DateTimeFormat(locale, { hour: 'numeric', minute: '2-digit', timeZone: 'UTC' });
  const day = new Intl.DateTimeFormat(locale, {
    weekday: 'short',
    month: 'short',
    day: 'numeric',
    timeZone: 'UTC',
  });
  const number = new Intl.NumberFormat(locale, { maximumFractionDigits: 1 });
  const moneyFormats = new Map<string, Intl.NumberFormat>();
  const moneyFormat = (currency: string): Intl.NumberFormat => {
    const known = moneyFormats.get(currency);
    if (known) return known;
    const made = new Intl.NumberFormat(locale, {
      style: 'currency',
      currency,
      trailingZeroDisplay: 'stripIfInteger',
    });
    moneyFormats.set(currency, made);
    return made;
  };
  return {
    t,
    language,
    locale,
    money: ({ amount, currency }) => moneyFormat(currency).format(Number(amount)),
    time: (iso) => clock.format(wallClock(iso)),
    minute: (minuteOfDay) => clock.format(new Date(minuteOfDay * 60_000)),
    day: (iso) => day.format(wallClock(iso)),
    duration: (minutes) => t.minutes(Math.floor(minutes / 60), minutes % 60),
    number: (value) => number.format(value),
  };
}

/** The reader's own region where it speaks the language of the page. */
export const localeFor = (language: Language, preferred: readonly string[]): string =>
  preferred.find((tag) => tag.split('-')[0] === language) ?? (language === 'en' ? 'en-US' : language);

export const languageFor = (preferred: readonly string[]): Language =>
  languages.find((language) => preferred[0]?.split('-')[0] === language) ?? 'en';

const WordsContext = createContext<Words>(createWords('en', 'en-US'));
export const WordsProvider = WordsContext.Provider;
export const useWords = (): Words => useContext(WordsContext);
