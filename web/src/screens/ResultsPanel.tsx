import { useCallback, useDeferredValue, useMemo, useState } from 'react';
import type { FlightCard } from '../../../src/contract/flight-card.ts';
import { CompareTray } from '../components/CompareTray.tsx';
import { FilterPanel } from '../components/FilterPanel.tsx';
import { FlightCardView } from '../components/FlightCardView.tsx';
import { Icon } from '../components/Icon.tsx';
import { NothingFound } from '../components/NothingFound.tsx';
import { OrderTabs } from '../components/OrderTabs.tsx';
import { Pictures } from '../components/Pictures.tsx';
import { localOf } from '../components/PriceCalendarView.tsx';
import { Rose } from '../components/Rose.tsx';
import { SourceProgress } from '../components/SourceProgress.tsx';
import { useSettling } from '../hooks/use-settling.ts';
import { flightsOf } from '../model/card-facts.ts';
import { lacksCards, type Conversation } from '../model/conversation.ts';
import { countSet, filterCards, noFilters, orderCards, type Order } from '../model/filters.ts';
import { median } from '../model/median.ts';
import { sayChoice, sayDates } from '../model/trip-words.ts';
import { daysBetween } from '../model/local-time.ts';
import { useWords } from '../texts/words.ts';

interface ResultsPanelProps {
  readonly conversation: Conversation;
  readonly currency: string;
  readonly onSend: (message: string) => void;
  readonly onRetry: () => void;
}

const mostCompared = 3;

/** The flights that are held: in an order, through filters, as pictures, and side by side. */
export function ResultsPanel({ conversation, currency, onSend, onRetry }: ResultsPanelProps) {
  const { t, time } = useWords();
  const { cards, results, search, phase, trip } = conversation;
  const [order, setOrder] = useState<Order>('best');
  const [filters, setFilters] = useState(noFilters);
  const [filtersOpen, setFiltersOpen] = useState(false);
  const [compared, setCompared] = useState<readonly string[]>([]);
  const [lookedAt, setLookedAt] = useState<string | null>(null);
  // Sliders move at once and the list follows as fast as it can be drawn.
  const wanted = useDeferredValue(filters);
  const shown = useMemo(() => orderCards(filterCards(cards, wanted), order), [cards, wanted, order]);
  const medianCo2 = useMemo(
    () => results?.median_co2_kg ?? median(cards.flatMap(({ co2_kg: co2 }) => (co2 === null ? [] : [co2]))),
    [cards, results],
  );
  const list = useSettling<HTMLOListElement>(shown.map(flightsOf).join());
  const compare = useCallback(
    ({ offer_id: id }: FlightCard) =>
      setCompared((before) => (before.includes(id) ? before.filter((one) => one !== id) : [...before, id])),
    [],
  );
  const choose = useCallback(
    (card: FlightCard) => onSend(sayChoice(cards.indexOf(card) + 1)),
    [cards, onSend],
  );
  const pick = (card: FlightCard): void => {
    const element = document.getElementById(`card-${card.offer_id}`);
    element?.scrollIntoView({ block: 'center' });
    element?.focus({ preventScroll: true });
    setLookedAt(card.offer_id);
  };
  const goOn = (day: string): void => {
    const out = trip?.legs[0]?.departure?.earliest;
    const back = trip?.trip_type === 'round_trip' ? trip.legs[1]?.departure?.earliest : undefined;
    const nights = out && back ? daysBetween(out, back) : null;
    const today = new Date().toLocaleDateString('sv-SE');
    const return_ =
      nights === null ? null : new Date(Date.parse(day) + nights * 86_400_000).toISOString().slice(0, 10);
    onSend(sayDates(day, return_, false, today));
  };
  const put = compared.flatMap((id) => cards.find((card) => card.offer_id === id) ?? []);
  const searching = phase === 'searching';
  const reason = search?.empty_reason ?? (results?.cards === 0 ? 'filtered_out' : null);
  return (
    <>
      <SourceProgress
        sources={searching ? conversation.sources : sourcesOf(conversation)}
        searching={searching}
      />
      {cards.length === 0 && searching && <Skeletons label={t.results.searching} />}
      {cards.length === 0 && !searching && reason && (
        <NothingFound reason={reason} results={results} onSend={onSend} onRetry={onRetry} />
      )}
      {cards.length === 0 && phase === 'idle' && !reason && !conversation.trouble && (
        <div className="incomplete">
          <Rose />
          <p>{t.results.incomplete}</p>
        </div>
      )}
      {cards.length > 0 && (
        <div
          className="found"
          data-old={conversation.cardsAreOld}
          aria-busy={searching || lacksCards(conversation)}
        >
          <OrderTabs cards={filterCards(cards, wanted)} order={order} onChange={setOrder} />
          <div className="list-tools">
            <p className="count">
              {shown.length === cards.length && results && results.cards > cards.length
                ? t.results.moreExist(cards.length, results.cards)
                : t.results.summary(shown.length, cards.length)}
              {cards[0] && (
                <span className="quiet"> {t.results.asOf(time(localOf(cards[0].observed_at)))}</span>
              )}
            </p>
            <button
              type="button"
              className="button"
              aria-expanded={filtersOpen}
              onClick={() => setFiltersOpen(!filtersOpen)}
            >
              <Icon name="filter" />
              {t.filters.show(countSet(filters))}
            </button>
          </div>
          {filtersOpen && <FilterPanel cards={cards} filters={filters} onChange={setFilters} />}
          {shown.length > 0 && (
            <Pictures
              cards={shown}
              trip={trip}
              currency={currency}
              lookedAt={lookedAt}
              onPick={pick}
              onDay={goOn}
            />
          )}
          {shown.length === 0 && (
            <div className="nothing">
              <p>{t.results.noneFit}</p>
              <button type="button" className="button" onClick={() => setFilters(noFilters)}>
                {t.results.clearFilters}
              </button>
            </div>
          )}
          <ol className="cards" ref={list}>
            {shown.map((card) => (
              <FlightCardView
                key={flightsOf(card)}
                card={card}
                medianCo2={medianCo2}
                pointedAt={conversation.pointedAt.includes(card.offer_id)}
                compared={compared.includes(card.offer_id)}
                mayCompare={put.length < mostCompared}
                onCompare={compare}
                onChoose={choose}
                onLook={setLookedAt}
              />
            ))}
          </ol>
          <CompareTray cards={put} onRemove={compare} onClear={() => setCompared([])} />
        </div>
      )}
    </>
  );
}

/** After the search the sources that failed stay in sight; those that answered need no line. */
const sourcesOf = ({ search, sources }: Conversation) =>
  search ? search.providers.map((report) => ({ provider: report.provider, report })) : sources;

function Skeletons({ label }: { label: string }) {
  return (
    <div className="skeletons">
      <span className="sr-only">{label}</span>
      {[0, 1, 2].map((at) => (
        <div key={at} className="skeleton" aria-hidden="true" />
      ))}
    </div>
  );
}
