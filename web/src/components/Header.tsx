import type { AccessState } from '../api/access.ts';
import type { Theme } from '../hooks/use-theme.ts';
import { languages, nameOfLanguage, useWords, type Language } from '../texts/words.ts';
import { Icon } from './Icon.tsx';
import { KeyButton } from './KeyButton.tsx';
import { Rose } from './Rose.tsx';
import { ShareButton } from './ShareButton.tsx';

export const currencies = [
  'USD',
  'EUR',
  'GBP',
  'CHF',
  'CAD',
  'AUD',
  'JPY',
  'INR',
  'BRL',
  'MXN',
  'SEK',
  'PLN',
];

interface HeaderProps {
  readonly link: string | null;
  readonly started: boolean;
  readonly currency: string;
  readonly theme: Theme;
  /** Where a key is kept; null where there is none. */
  readonly keyKept: AccessState['kept'];
  readonly onNewTrip: () => void;
  readonly onCurrency: (currency: string) => void;
  readonly onLanguage: (language: Language) => void;
  readonly onTheme: () => void;
  readonly onForgetKey: () => void;
}

/** The name of the house, and what holds for every page of it. */
export function Header(props: HeaderProps) {
  const { t, language } = useWords();
  return (
    <header className="header">
      <a className="skip" href="#results">
        {t.header.skip}
      </a>
      <p className="brand">
        <Rose className="brand-rose" />
        <span>Windrose</span>
      </p>
      <div className="header-tools">
        {props.started && (
          <button type="button" className="tool" onClick={props.onNewTrip}>
            <Icon name="plus" />
            <span>{t.header.newTrip}</span>
          </button>
        )}
        {props.link && <ShareButton link={props.link} />}
        <label className="tool">
          <span className="sr-only">{t.header.currency}</span>
          <select value={props.currency} onChange={(event) => props.onCurrency(event.target.value)}>
            {[...new Set([...currencies, props.currency])].map((currency) => (
              <option key={currency}>{currency}</option>
            ))}
          </select>
        </label>
        <label className="tool">
          <span className="sr-only">{t.header.language}</span>
          <select value={language} onChange={(event) => props.onLanguage(event.target.value as Language)}>
            {languages.map((one) => (
              <option key={one} value={one} lang={one}>
                {nameOfLanguage(one)}
              </option>
            ))}
          </select>
        </label>
        <button type="button" className="tool" onClick={props.onTheme} title={t.header.theme[props.theme]}>
          <Icon name="theme" />
          <span className="sr-only">{t.header.theme[props.theme]}</span>
        </button>
        {props.keyKept && <KeyButton kept={props.keyKept} onForget={props.onForgetKey} />}
      </div>
    </header>
  );
}
