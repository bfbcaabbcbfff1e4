import { memo, useMemo } from 'react';
import type { FlightCard } from '../../../src/contract/flight-card.ts';
import { useNarrow } from '../hooks/use-narrow.ts';
import { holds, type CardSet } from '../model/card-set.ts';
import { drawRoutes } from '../model/draw-routes.ts';
import { useWords } from '../texts/words.ts';

interface RouteMapProps {
  /** All that are held: the globe turns to them, and stays as it is when filters change. */
  readonly cards: readonly FlightCard[];
  readonly passing: CardSet;
  readonly lookedAt: string | null;
}

/** In units of the drawing. A phone gets a drawing of its own, so that its words can be read. */
const views = { wide: { width: 900, height: 240 }, narrow: { width: 400, height: 240 } };

/** The routes of the cards on a map. Decorative beside the list: everything in it stands there in words. */
export const RouteMap = memo(function RouteMap({ cards, passing, lookedAt }: RouteMapProps) {
  const { t } = useWords();
  const view = useNarrow() ? views.narrow : views.wide;
  const drawn = useMemo(() => drawRoutes(cards, view), [cards, view]);
  if (!drawn) return null;
  const shown = drawn.routesOf.filter((_, at) => holds(passing, at));
  const flown = new Set(shown.flat());
  const ends = new Set(drawn.routes.filter(({ key }) => flown.has(key)).flatMap(({ key }) => key.split('-')));
  const looked = cards.findIndex((card) => card.offer_id === lookedAt);
  const strong = new Set(looked === -1 ? shown[0] : drawn.routesOf[looked]);
  const from = cards[0]?.legs[0]?.origin ?? '';
  const to = cards[0]?.legs[0]?.destination ?? '';
  return (
    <svg
      className="map"
      viewBox={`0 0 ${view.width} ${view.height}`}
      role="img"
      aria-label={t.pictures.mapLabel(from, to)}
    >
      <path className="map-sea" d={drawn.sea} />
      <path className="map-grid" d={drawn.grid} />
      <path className="map-land" d={drawn.land} />
      {drawn.routes.map(({ key, d }) => (
        <path
          key={key}
          className="map-route"
          data-strong={strong.has(key)}
          data-shown={flown.has(key)}
          d={d}
        />
      ))}
      {drawn.airports.map(({ code, x, y, end, label }) => (
        <g
          key={code}
          transform={`translate(${x} ${y})`}
          className="map-airport"
          data-end={end}
          data-shown={ends.has(code)}
        >
          <circle r={end ? 4.5 : 3} />
          {label && (
            <text x={label.x} y={label.y} textAnchor={label.anchor}>
              {code}
            </text>
          )}
        </g>
      ))}
    </svg>
  );
});
