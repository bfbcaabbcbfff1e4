import type { FlightCard } from '../../../src/contract/flight-card.ts';
import { useWords } from '../texts/words.ts';

type Leg = FlightCard['legs'][number];

/** One direction in a line: times, duration, and where the traveller waits. */
export function LegLine({ leg, label }: { leg: Leg; label: string | null }) {
  const { t, time, day, duration } = useWords();
  const waits = leg.layovers.map(({ airport, minutes }) => t.card.wait(duration(minutes), airport));
  return (
    <div className="leg">
      {label && <span className="leg-label">{label}</span>}
      <div className="leg-end">
        <span className="leg-time">{time(leg.departs_at)}</span>
        <span className="leg-place">
          {leg.origin}
          <span className="quiet"> {day(leg.departs_at)}</span>
        </span>
      </div>
      <div className="leg-way">
        <span className="leg-duration">{duration(leg.duration_minutes)}</span>
        <span className="leg-track" aria-hidden="true">
          {leg.layovers.map((layover) => (
            <span key={layover.airport} className="leg-stop" />
          ))}
        </span>
        <span className="leg-stops" data-nonstop={leg.stops === 0}>
          {leg.stops === 0 ? t.card.nonstop : t.card.stops(leg.stops)}
          {waits.length > 0 && <span className="quiet"> {waits.join(', ')}</span>}
        </span>
      </div>
      <div className="leg-end">
        <span className="leg-time">
          {time(leg.arrives_at)}
          {leg.day_shift !== 0 && (
            <sup>
              <span aria-hidden="true">{t.card.dayShift(leg.day_shift)}</span>
              <span className="sr-only"> {t.card.dayShiftLong(leg.day_shift)}</span>
            </sup>
          )}
        </span>
        <span className="leg-place">{leg.destination}</span>
      </div>
    </div>
  );
}
