import { memo } from 'react';
import type { FlightCard } from '../../../src/contract/flight-card.ts';
import type { Trip } from '../../../src/contract/trip.ts';
import { usePriceCalendar } from '../hooks/use-price-calendar.ts';
import { useStored } from '../hooks/use-stored.ts';
import type { CardSet } from '../model/card-set.ts';
import { useWords } from '../texts/words.ts';
import { LazyPart } from './LazyPart.tsx';
import { PriceCalendarView } from './PriceCalendarView.tsx';
import { ScatterPlot } from './ScatterPlot.tsx';

/** The map brings the outlines of the world: it comes after everything else. */
const loadMap = () => import('./RouteMap.tsx').then((module) => ({ default: module.RouteMap }));

const pictures = ['map', 'plot', 'calendar'] as const;
type Picture = (typeof pictures)[number];

interface PicturesProps {
  /** All that are held. */
  readonly cards: readonly FlightCard[];
  /** Those that filters leave. */
  readonly passing: CardSet;
  readonly trip: Trip | null;
  readonly currency: string;
  readonly lookedAt: string | null;
  readonly onPick: (card: FlightCard) => void;
  readonly onDay: (day: string) => void;
}

/** The same flights as a map, as a plot, and their month as prices; one at a time, or none. */
export const Pictures = memo(function Pictures(props: PicturesProps) {
  const { cards, passing, trip, currency, lookedAt, onPick, onDay } = props;
  const { t } = useWords();
  const [shown, setShown] = useStored<Picture | null>(
    'picture',
    matchMedia('(min-width: 64rem)').matches ? 'map' : null,
  );
  const calendar = usePriceCalendar(trip, currency);
  const offered = pictures.filter((picture) => picture !== 'calendar' || calendar);
  return (
    <div className="pictures">
      <div className="picture-tabs" role="group" aria-label={t.pictures.label}>
        {offered.map((picture) => (
          <button
            key={picture}
            type="button"
            className="text-button"
            aria-pressed={shown === picture}
            onClick={() => setShown(shown === picture ? null : picture)}
          >
            {t.pictures[picture]}
          </button>
        ))}
      </div>
      {shown && (
        <div className="picture" data-picture={shown}>
          {shown === 'map' && (
            <LazyPart
              load={loadMap}
              props={{ cards, passing, lookedAt }}
              waiting={<p className="quiet">{t.pictures.loading}</p>}
            />
          )}
          {shown === 'plot' && (
            <ScatterPlot cards={cards} passing={passing} lookedAt={lookedAt} onPick={onPick} />
          )}
          {shown === 'calendar' && calendar && (
            <PriceCalendarView
              calendar={calendar}
              trip={trip}
              chosen={trip?.legs[0]?.departure?.earliest ?? null}
              onDay={onDay}
            />
          )}
        </div>
      )}
    </div>
  );
});
