import type { CSSProperties } from 'react';
import type { PriceCalendar } from '../api/price-calendar.ts';
import type { Trip } from '../../../src/contract/trip.ts';
import { listTripFilters } from '../model/trip-filters.ts';
import { useWords } from '../texts/words.ts';

interface PriceCalendarViewProps {
  readonly calendar: PriceCalendar;
  /** What its prices are asked for. */
  readonly trip: Trip | null;
  readonly chosen: string | null;
  readonly onDay: (day: string) => void;
}

/** The cheapest price of each day of a month as bars; a click travels on that day. */
export function PriceCalendarView({ calendar, trip, chosen, onDay }: PriceCalendarViewProps) {
  const { t, money, day, time } = useWords();
  const amounts = calendar.days.flatMap(({ price }) => (price ? [Number(price.amount)] : []));
  const lowest = Math.min(...amounts);
  const highest = Math.max(...amounts);
  const cheapest = calendar.days.find(({ price }) => price && Number(price.amount) === lowest);
  return (
    <div className="price-calendar">
      <ol className="price-days" aria-label={t.pictures.calendarLabel}>
        {calendar.days.map(({ date, price }) => (
          <li key={date}>
            <button
              type="button"
              disabled={price === null}
              aria-current={date === chosen ? 'date' : undefined}
              aria-label={`${day(date)}, ${price ? money(price) : t.pictures.noPrice}`}
              title={`${day(date)}, ${price ? money(price) : t.pictures.noPrice}`}
              data-cheapest={price !== null && Number(price.amount) === lowest}
              style={
                { '--height': price ? 0.15 + (0.85 * Number(price.amount)) / highest : 0 } as CSSProperties
              }
              onClick={() => onDay(date)}
            >
              <span className="price-bar" aria-hidden="true" />
              <span aria-hidden="true">{Number(date.slice(8))}</span>
            </button>
          </li>
        ))}
      </ol>
      <p className="calendar-for">
        {t.pictures.calendarFor(
          t.trip.adults(Math.max(1, trip?.passengers.adults ?? 1)),
          calendar.return_after === null ? '' : t.trip.nights(calendar.return_after, calendar.return_after),
        )}
        {trip && wishesMore(trip) && `, ${t.pictures.calendarWithout}`}.
      </p>
      <p className="quiet">
        {cheapest?.price && `${t.pictures.calendarHint(day(cheapest.date), money(cheapest.price))} · `}
        {t.results.asOf(time(localOf(calendar.observed_at)))}
        {calendar.demo && ` · ${t.card.demo}`}
      </p>
    </div>
  );
}

/** Whether a trip says more than the calendar asks for. */
const wishesMore = (trip: Trip): boolean =>
  trip.passengers.children.length + trip.passengers.infants > 0 ||
  trip.cabin !== null ||
  listTripFilters(trip).length > 0;

/** An instant on the traveller's own clock, without its offset. */
export const localOf = (instant: string): string =>
  new Date(instant).toLocaleString('sv-SE').replace(' ', 'T');
