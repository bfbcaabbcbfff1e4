import { Fragment } from 'react';
import type { FlightCard } from '../../../src/contract/flight-card.ts';
import { aircraftName } from '../../../src/domain/reference/aircraft.ts';
import { airlineName } from '../../../src/domain/reference/airlines.ts';
import { useWords } from '../texts/words.ts';

/** Every flight of a leg from gate to gate, with the waits between. */
export function Timeline({ leg }: { leg: FlightCard['legs'][number] }) {
  const { t, time, day, duration } = useWords();
  return (
    <ol className="timeline">
      {leg.segments.map((segment, at) => {
        const wait = leg.layovers[at];
        const air = Math.round((Date.parse(segment.arrives_at) - Date.parse(segment.departs_at)) / 60_000);
        const operator = segment.operated_by;
        return (
          <Fragment key={segment.flight + segment.departs_at}>
            <li className="timeline-flight">
              <p>
                <strong>{time(segment.departs_at)}</strong> {segment.origin}{' '}
                <span className="quiet">{day(segment.departs_at)}</span>
              </p>
              <p className="quiet">
                {[
                  segment.flight,
                  operator && !segment.flight.startsWith(operator)
                    ? t.card.operatedBy(airlineName(operator))
                    : null,
                  `${duration(air)} ${t.card.flightTime}`,
                  segment.cabin ? t.trip.cabins[segment.cabin] : null,
                  segment.aircraft && (aircraftName(segment.aircraft) ?? t.card.aircraft(segment.aircraft)),
                ]
                  .filter(Boolean)
                  .join(' · ')}
              </p>
              <p>
                <strong>{time(segment.arrives_at)}</strong> {segment.destination}{' '}
                <span className="quiet">{day(segment.arrives_at)}</span>
              </p>
            </li>
            {wait && (
              <li className="timeline-wait">
                {t.card.changePlanes(wait.airport, duration(wait.minutes))}
                {wait.overnight && `, ${t.card.overnight}`}
                {wait.changes_airport && `, ${t.card.changesAirport}`}
              </li>
            )}
          </Fragment>
        );
      })}
    </ol>
  );
}
