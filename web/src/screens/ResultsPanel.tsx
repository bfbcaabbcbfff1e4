import { useCallback, useDeferredValue, useEffect, useMemo, useState, type RefObject } from 'react';
import type { FlightCard } from '../../../src/contract/flight-card.ts';
import type { Trip } from '../../../src/contract/trip.ts';
import { CompareTray } from '../components/CompareTray.tsx';
import { FilterPanel } from '../components/FilterPanel.tsx';
import { FlightList } from '../components/FlightList.tsx';
import { Icon } from '../components/Icon.tsx';
import { NoFlightsYet } from '../components/NoFlightsYet.tsx';
import { NothingFound } from '../components/NothingFound.tsx';
import { OrderTabs } from '../components/OrderTabs.tsx';
import { Pictures } from '../components/Pictures.tsx';
import { PriceAge } from '../components/PriceAge.tsx';
import { SourceProgress } from '../components/SourceProgress.tsx';
import { flightsOf } from '../model/card-facts.ts';
import { carryFilters } from '../model/carry-filters.ts';
import { holds, sizeOf } from '../model/card-set.ts';
import { lacksCards, type Conversation } from '../model/conversation.ts';
import { createFilterIndex } from '../model/filter-index.ts';
import { countSet, noFilters } from '../model/filters.ts';
import { orderCards, ordersBeside, type Order } from '../model/order-cards.ts';
import { median } from '../model/median.ts';
import { sayDates } from '../model/trip-words.ts';
import { daysBetween } from '../model/local-time.ts';
import { useWords } from '../texts/words.ts';

interface ResultsPanelProps {
  readonly conversation: Conversation;
  readonly currency: string;
  readonly onSend: (message: string) => void;
  readonly onChoose: (card: FlightCard) => void;
  readonly onRetry: () => void;
  /** Asks the sources anew about the trip. */
  readonly onSearch: () => void;
  /** Where the offers are told that are in sight; none where they are the list as it was told. */
  readonly inSight: RefObject<readonly string[]>;
}

const mostCompared = 3;
/** As many as a message may tell of. */
const mostInSight = 200;

/** The flights that are held: in an order, through filters, as pictures, and side by side. */
export function ResultsPanel(props: ResultsPanelProps) {
  const { conversation, currency, onSend, onChoose, onRetry, onSearch, inSight } = props;
  const { t } = useWords();
  const { cards, results, search, phase, trip } = conversation;
  // An order that is asked for in words takes the place of the tab that was chosen before.
  const told = conversation.listedTrip?.sort ?? 'best';
  const [heard, setHeard] = useState(told);
  const [order, setOrder] = useState<Order>(told);
  if (told !== heard) {
    setHeard(told);
    setOrder(told);
  }
  const [filters, setFilters] = useState(noFilters);
  const [filtersOpen, setFiltersOpen] = useState(false);
  const [compared, setCompared] = useState<readonly string[]>([]);
  const [lookedAt, setLookedAt] = useState<string | null>(null);
  const [listed, setListed] = useState(cards);
  if (cards !== listed && cards.length > 0) {
    setListed(cards);
    setFilters(carryFilters(filters, listed, cards));
  }
  const index = useMemo(() => createFilterIndex(cards), [cards]);
  const places = useMemo(
    () => new Map(ordersBeside(told).map((one) => [one, orderCards(cards, one, told)])),
    [cards, told],
  );
  const inOrder = places.get(order) ?? [];
  const left = useMemo(() => ({ of: index, set: index.passing(filters) }), [index, filters]);
  // Sliders and counts move at once; list and pictures follow as fast as they can be drawn.
  const deferred = useDeferredValue(left);
  const passing = deferred.of === index ? deferred.set : left.set;
  const shown = sizeOf(passing);
  const isAsTold = order === told && countSet(filters) === 0;
  useEffect(() => {
    const offers = inOrder.flatMap((at) => (holds(left.set, at) ? (cards[at]?.offer_id ?? []) : []));
    inSight.current = isAsTold ? [] : offers.slice(0, mostInSight);
    return () => {
      inSight.current = [];
    };
  }, [cards, inOrder, left, isAsTold, inSight]);
  const tops = new Map(
    [...places].map(([one, order]) => [one, cards[order.find((at) => holds(passing, at)) ?? -1]]),
  );
  const medianCo2 = useMemo(
    () => results?.median_co2_kg ?? median(cards.flatMap(({ co2_kg: co2 }) => (co2 === null ? [] : [co2]))),
    [cards, results],
  );
  const compare = useCallback((card: FlightCard) => {
    // The same flights have other ids in another currency.
    const flights = flightsOf(card);
    setCompared((before) =>
      before.includes(flights) ? before.filter((one) => one !== flights) : [...before, flights],
    );
  }, []);
  const pick = useCallback((card: FlightCard): void => {
    const element = document.getElementById(`card-${card.offer_id}`);
    element?.scrollIntoView({ block: 'center' });
    element?.focus({ preventScroll: true });
    setLookedAt(card.offer_id);
  }, []);
  const goOn = useCallback((day: string) => onSend(sayTravelOn(day, trip)), [onSend, trip]);
  const put = compared.flatMap((flights) => cards.find((card) => flightsOf(card) === flights) ?? []);
  const searching = phase === 'searching';
  const whole = phase === 'idle' && !lacksCards(conversation);
  const reason = search?.empty_reason ?? (results?.cards === 0 ? 'filtered_out' : null);
  return (
    <>
      <SourceProgress
        sources={searching ? conversation.sources : sourcesOf(conversation)}
        searching={searching}
      />
      {cards.length === 0 && searching && <Skeletons label={t.results.searching} />}
      {cards.length === 0 && phase === 'resuming' && <Skeletons label={t.conversation.resuming} />}
      {cards.length === 0 && phase !== 'resuming' && !searching && reason && (
        <NothingFound reason={reason} results={results} onSend={onSend} onRetry={onRetry} />
      )}
      {cards.length === 0 && phase === 'idle' && !reason && !conversation.trouble && (
        <NoFlightsYet conversation={conversation} onRetry={onRetry} onSearch={onSearch} />
      )}
      {cards.length > 0 && (
        <div
          className="found"
          data-old={conversation.cardsAreOld}
          data-as-told={isAsTold}
          aria-busy={searching || lacksCards(conversation)}
        >
          {cards.length > 1 && <OrderTabs tops={tops} order={order} onChange={setOrder} />}
          <div className="list-tools">
            <p className="count">
              {shown === cards.length && results && results.cards > cards.length
                ? t.results.moreExist(cards.length, results.cards)
                : t.results.summary(shown, cards.length)}
              <PriceAge cards={cards} {...(whole && { onSearch })} />
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
          {filtersOpen && (
            <FilterPanel
              cards={cards}
              index={index}
              filters={filters}
              left={sizeOf(left.set)}
              onChange={setFilters}
            />
          )}
          {shown > 0 && (
            <Pictures
              cards={cards}
              passing={passing}
              trip={trip}
              currency={currency}
              lookedAt={lookedAt}
              onPick={pick}
              onDay={goOn}
            />
          )}
          {shown === 0 && (
            <div className="nothing">
              <p>{t.results.noneFit}</p>
              <button type="button" className="button" onClick={() => setFilters(noFilters)}>
                {t.results.clearFilters}
              </button>
            </div>
          )}
          <FlightList
            cards={cards}
            places={inOrder}
            passing={passing}
            medianCo2={medianCo2}
            pointedAt={conversation.pointedAt}
            compared={compared}
            mayCompare={put.length < mostCompared}
            onCompare={compare}
            onChoose={onChoose}
            onLook={setLookedAt}
          />
          <CompareTray
            cards={put}
            gone={whole ? compared.length - put.length : 0}
            onRemove={compare}
            onClear={() => setCompared([])}
          />
        </div>
      )}
    </>
  );
}

/** The same trip on another day, for as many nights. */
function sayTravelOn(day: string, trip: Trip | null): string {
  const out = trip?.legs[0]?.departure?.earliest;
  const back = trip?.trip_type === 'round_trip' ? trip.legs[1]?.departure?.earliest : undefined;
  const nights = out && back ? daysBetween(out, back) : null;
  const today = new Date().toLocaleDateString('sv-SE');
  const end =
    nights === null ? null : new Date(Date.parse(day) + nights * 86_400_000).toISOString().slice(0, 10);
  return sayDates(day, end, false, today);
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
