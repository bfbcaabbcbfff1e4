import { useRef, useState } from 'react';
import type { Trip } from '../../../src/contract/trip.ts';
import { airlineName } from '../../../src/domain/reference/airlines.ts';
import { allianceNames } from '../model/alliances.ts';
import { listTripFilters } from '../model/trip-filters.ts';
import { useWords, type Words } from '../texts/words.ts';
import { Icon } from './Icon.tsx';
import { LazyPart } from './LazyPart.tsx';
import type { EditedPart } from './TripEditor.tsx';

/** Calendars and completion are half of the page's script: they come when somebody reaches for a chip. */
const loadEditor = () => import('./TripEditor.tsx').then((module) => ({ default: module.TripEditor }));
/** Ahead of the click; whether it comes is seen there. */
const fetchEditor = (): void => void loadEditor().catch(() => undefined);

interface Chip {
  readonly part: EditedPart;
  readonly what: string;
  readonly value: string;
  readonly known: boolean;
}

/** The trip as understood; a click on a part of it edits that part, and the edit is said as a turn. */
export function TripChips({ trip, onSend }: { trip: Trip; onSend: (message: string) => void }) {
  const words = useWords();
  const { t } = words;
  const [edited, setEdited] = useState<EditedPart | null>(null);
  const trigger = useRef<HTMLElement | null>(null);
  const keyOf = ({ kind, leg }: EditedPart): string => `${kind}${leg}`;
  return (
    <div className="trip" role="group" aria-label={t.trip.label} tabIndex={-1}>
      {chipsOf(trip, words).map((group, at) => (
        // The parts of a leg stay together on a line.
        <div key={at} className="trip-group">
          {group.map(({ part, what, value, known }) => (
            <button
              key={keyOf(part)}
              type="button"
              className="chip"
              data-kind={part.kind}
              data-known={known}
              aria-haspopup="dialog"
              aria-expanded={edited !== null && keyOf(edited) === keyOf(part)}
              onPointerEnter={fetchEditor}
              onFocus={fetchEditor}
              onClick={(event) => {
                trigger.current = event.currentTarget;
                setEdited(part);
              }}
            >
              <span className="chip-what">{what}</span> <span className="chip-value">{value}</span>
              <span className="sr-only">, {t.trip.change}</span>
            </button>
          ))}
        </div>
      ))}
      {listTripFilters(trip).map(({ name, drop }) => (
        <button
          key={name}
          type="button"
          className="chip wish"
          aria-label={t.trip.drop(wishName(trip, name, words))}
          onClick={() => onSend(drop)}
        >
          <span className="chip-value">{wishName(trip, name, words)}</span>
          <Icon name="close" />
        </button>
      ))}
      {edited && (
        <LazyPart
          load={loadEditor}
          waiting={null}
          onClose={() => setEdited(null)}
          props={{
            part: edited,
            trip,
            trigger,
            onClose: () => setEdited(null),
            onSay: (message) => {
              setEdited(null);
              onSend(message);
            },
          }}
        />
      )}
    </div>
  );
}

/** A group for each leg, and one for what holds for all of them. */
function chipsOf(trip: Trip, words: Words): Chip[][] {
  const { t } = words;
  const shown = trip.trip_type === 'round_trip' ? trip.legs.slice(0, 1) : trip.legs;
  const legs = shown.map((leg, at): Chip[] => {
    const part = (kind: EditedPart['kind']): EditedPart => ({ kind, leg: at });
    const when = whenOf(trip, at, words);
    return [
      {
        part: part('from'),
        what: t.trip.from,
        value: leg.origin?.name ?? t.trip.anywhere,
        known: leg.origin !== null,
      },
      {
        part: part('to'),
        what: t.trip.to,
        value: leg.destination?.name ?? t.trip.anywhere,
        known: leg.destination !== null,
      },
      { part: part('dates'), what: t.trip.when, value: when ?? t.trip.anyDate, known: when !== null },
    ];
  });
  const { adults, children, infants } = trip.passengers;
  const party = [
    t.trip.adults(adults),
    ...(children.length > 0 ? [t.trip.children(children.length)] : []),
    ...(infants > 0 ? [t.trip.infants(infants)] : []),
  ].join(', ');
  return [
    ...legs,
    [
      { part: { kind: 'party', leg: 0 }, what: t.trip.party, value: party, known: true },
      {
        part: { kind: 'cabin', leg: 0 },
        what: t.trip.cabin,
        value: trip.cabin ? t.trip.cabins[trip.cabin] : t.trip.anyCabin,
        known: true,
      },
    ],
  ];
}

/** Days that a chip names one by one. */
const mostListed = 3;

function whenOf(
  { legs, trip_type: type, stay_nights: stay }: Trip,
  at: number,
  { t, day }: Words,
): string | null {
  const span = (window: Trip['legs'][number]['departure'] | undefined): string | null => {
    if (!window) return null;
    if (window.earliest === window.latest) return day(window.earliest);
    const { days } = window;
    if (days && days.length <= mostListed) return days.map(day).join(' / ');
    const through = t.trip.through(day(window.earliest), day(window.latest));
    return days ? t.trip.daysWithin(days.length, through) : through;
  };
  const leave = span(legs[at]?.departure);
  if (type !== 'round_trip' || leave === null) return leave;
  const back = span(legs[1]?.departure) ?? (stay ? t.trip.nights(stay.min, stay.max) : null);
  return back ? `${leave} – ${back}` : leave;
}

function wishName(
  { filters, legs }: Trip,
  name: ReturnType<typeof listTripFilters>[number]['name'],
  words: Words,
): string {
  const { t, money, duration, time } = words;
  const names = t.trip.filters;
  const clock = (hours: string | null | undefined): string => (hours ? time(`2000-01-01T${hours}`) : '');
  const limit = (minutes: number | null): string => (minutes === null ? '' : duration(minutes));
  const window = legs.find(({ departure }) => departure?.time_from ?? departure?.time_to)?.departure;
  switch (name) {
    case 'stops':
      return names.stops(filters.max_stops ?? 0);
    case 'price':
      return names.price(filters.max_price ? money(filters.max_price) : '');
    case 'duration':
      return names.duration(duration(filters.max_duration_minutes ?? 0));
    case 'avoid':
      return names.avoid(filters.avoid_airports.join(', '));
    case 'via':
      return names.via(filters.via_airports.join(', '));
    case 'arrival':
      return names.arrival(
        clock(filters.arrive_after),
        clock(filters.arrive_by?.slice(-5)),
        clock(filters.return_arrive_by),
      );
    case 'bags':
      return names.bags(filters.checked_bags ?? 0);
    case 'time':
      return names.time(clock(window?.time_from), clock(window?.time_to));
    case 'airlines':
      return names.airlines(airlineNames(filters.airlines.include), airlineNames(filters.airlines.exclude));
    case 'alliances':
      return names.alliances(filters.alliances.map((alliance) => allianceNames[alliance]).join(', '));
    case 'layover':
      return names.layover(limit(filters.min_layover_minutes), limit(filters.max_layover_minutes));
    case 'overnight':
    case 'refundable':
      return names[name];
  }
}

const airlineNames = (codes: readonly string[]): string => codes.map(airlineName).join(', ');
