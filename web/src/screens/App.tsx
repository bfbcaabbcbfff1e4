import { useCallback, useEffect, useLayoutEffect, useRef } from 'react';
import type { FlightCard } from '../../../src/contract/flight-card.ts';
import { Composer } from '../components/Composer.tsx';
import { Header } from '../components/Header.tsx';
import { KeyForm } from '../components/KeyForm.tsx';
import { Suggestions } from '../components/Suggestions.tsx';
import { Transcript } from '../components/Transcript.tsx';
import { TripChips } from '../components/TripChips.tsx';
import { TroubleNotice, type ShownTrouble } from '../components/TroubleNotice.tsx';
import { Welcome } from '../components/Welcome.tsx';
import { useAccess, useAccessState } from '../hooks/access-context.ts';
import { useConversation } from '../hooks/use-conversation.ts';
import { useDraft } from '../hooks/use-draft.ts';
import { useKeptFocus } from '../hooks/use-kept-focus.ts';
import { useRecentTrips } from '../hooks/use-recent-trips.ts';
import { useStored } from '../hooks/use-stored.ts';
import { useTheme } from '../hooks/use-theme.ts';
import { comparedOf } from '../model/card-facts.ts';
import { routeOf, type Trouble } from '../model/conversation.ts';
import { currencyOf } from '../model/currency-of.ts';
import { isShareLink, shareLink } from '../model/share-link.ts';
import { sayHeard } from '../model/say-heard.ts';
import { sayChoice } from '../model/trip-words.ts';
import {
  createWords,
  languageFor,
  localeFor,
  WordsProvider,
  type Language,
  type Words,
} from '../texts/words.ts';
import { ResultsPanel } from './ResultsPanel.tsx';

/** The whole page, in the language of the traveller. */
export function App() {
  const [language, setLanguage] = useStored<Language>('language', languageFor(navigator.languages));
  const words = createWords(language, localeFor(language, navigator.languages));
  useEffect(() => {
    document.documentElement.lang = language;
  }, [language]);
  return (
    <WordsProvider value={words}>
      <Page words={words} onLanguage={setLanguage} />
    </WordsProvider>
  );
}

function Page({ words, onLanguage }: { words: Words; onLanguage: (language: Language) => void }) {
  const { t } = words;
  const access = useAccess();
  const { kept, wanted } = useAccessState();
  const [theme, nextTheme] = useTheme();
  const [currency, setCurrency] = useStored('currency', currencyOf(navigator.languages[0] ?? 'en-US'));
  const offersInSight = useRef<readonly string[]>([]);
  const [conversation, store] = useConversation({
    locale: words.locale,
    currency,
    restarted: t.conversation.restarted,
    offersInSight: () => offersInSight.current,
  });
  const { trips, remember, forget } = useRecentTrips();
  const input = useRef<HTMLTextAreaElement>(null);
  const [draft, setDraft] = useDraft();
  useKeptFocus();
  const { lines, queued, trip, phase, cards, trouble, results } = conversation;
  const started = lines.length + queued.length > 0 || trip !== null || phase !== 'idle' || trouble !== null;
  const busy = phase === 'reading' || phase === 'searching';

  // Before the first paint: whoever begins to type at once loses no letter.
  useLayoutEffect(() => input.current?.focus(), [started]);
  // Prices were asked for in words in another currency: the switch follows.
  const shownCurrency = cards[0] && comparedOf(cards[0]).currency;
  useEffect(() => {
    if (shownCurrency && shownCurrency !== currency && queued.length === 0) setCurrency(shownCurrency);
    // Only what arrives moves the switch: the switch itself asks for other prices first, and may have to wait for its turn.
  }, [shownCurrency]);
  useEffect(() => {
    if (trip && cards.length > 0 && phase === 'idle') remember(trip);
    // Remembering changes what is remembered, and must not run for that.
  }, [conversation.listsSeen]);
  useEffect(() => {
    document.title = trip?.legs[0]?.destination ? `${trip.legs[0].destination.name} · Windrose` : 'Windrose';
  }, [trip]);

  const send = useCallback((message: string) => void store.send(message), [store]);
  const retry = useCallback(() => void store.retry(), [store]);
  const searchAnew = useCallback(() => void store.searchAnew(), [store]);
  const choose = useCallback(
    (card: FlightCard) => void store.choose(card.offer_id, sayChoice(card)),
    [store],
  );
  const { placeholder: first, followUp, answer } = t.composer;
  const placeholder = busy || cards.length > 0 || results ? followUp : trip ? answer : first;
  const composer = (
    <Composer
      busy={busy}
      text={draft}
      placeholder={placeholder}
      onText={setDraft}
      onSend={send}
      onStop={store.stop}
      inputRef={input}
    />
  );
  const startOver = (): void => {
    store.clear();
    if (isShareLink(location.hash)) history.replaceState(history.state, '', location.pathname);
  };
  return (
    <>
      <Header
        link={trip && cards.length > 0 ? shareLink(trip, location.href) : null}
        started={started}
        currency={currency}
        theme={theme}
        keyKept={kept}
        onNewTrip={startOver}
        onCurrency={(next) => {
          setCurrency(next);
          if (cards.length > 0 || busy || phase === 'resuming') send(`in ${next}`);
        }}
        onLanguage={onLanguage}
        onTheme={nextTheme}
        onForgetKey={() => {
          // What it let in goes with it, as after signing out.
          access.forget();
          startOver();
        }}
      />
      {started ? (
        <main className="split" data-alone={trip === null && cards.length === 0 && trouble !== null}>
          <section className="talk" aria-label={t.conversation.label} tabIndex={-1}>
            <Transcript conversation={conversation} />
            {trouble && isShown(trouble) && (
              <TroubleNotice key={lines.length} trouble={trouble} onRetry={retry} />
            )}
            {wanted && <KeyForm wanted={wanted} onTaken={() => trouble?.kind === 'locked' && retry()} />}
            {!busy && <Suggestions actions={conversation.actions} onSend={send} />}
            {composer}
          </section>
          <section className="look" id="results" aria-label={t.results.label} tabIndex={-1}>
            <h1 className="sr-only">{t.results.label}</h1>
            {trip && <TripChips trip={trip} onSend={send} />}
            <h2 className="sr-only">{t.results.label}</h2>
            <ResultsPanel
              key={routeOf(trip)}
              conversation={conversation}
              currency={currency}
              onSend={send}
              onChoose={choose}
              onRetry={retry}
              onSearch={searchAnew}
              inSight={offersInSight}
            />
          </section>
        </main>
      ) : (
        <Welcome
          recent={trips}
          begunAnew={conversation.begunAnew}
          onSend={send}
          onTrip={(recent) => void store.lookUp(recent)}
          onForget={forget}
        >
          {composer}
        </Welcome>
      )}
      {/* Said once for each turn, when its answer is whole. */}
      <p className="sr-only" role="status">
        {sayHeard(conversation, words)}
      </p>
    </>
  );
}

const isShown = (trouble: Trouble): trouble is ShownTrouble => trouble.kind !== 'locked';
