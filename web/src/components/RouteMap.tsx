import { geoCentroid, geoGraticule10, geoOrthographic, geoPath, type GeoPermissibleObjects } from 'd3-geo';
import { memo, useMemo } from 'react';
import { feature } from 'topojson-client';
import type { GeometryCollection, Topology } from 'topojson-specification';
import atlas from 'world-atlas/land-110m.json' with { type: 'json' };
import type { FlightCard } from '../../../src/contract/flight-card.ts';
import { holds, type CardSet } from '../model/card-set.ts';
import { positionOf } from '../model/airport-position.ts';
import { useWords } from '../texts/words.ts';

interface RouteMapProps {
  /** All that are held: the globe turns to them, and stays as it is when filters change. */
  readonly cards: readonly FlightCard[];
  readonly passing: CardSet;
  readonly lookedAt: string | null;
}

const topology = atlas as unknown as Topology<{ land: GeometryCollection }>;
const land = feature(topology, topology.objects.land);
const view = { width: 900, height: 240 };
/** The land is drawn for whole-world maps: nearer than this it would be corners. */
const nearest = 1400;

/** The routes of the cards as great circles on a globe that is turned to them. Decorative beside the list: everything in it stands there in words. */
export const RouteMap = memo(function RouteMap({ cards, passing, lookedAt }: RouteMapProps) {
  const { t } = useWords();
  const drawn = useMemo(() => draw(cards), [cards]);
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
      {drawn.airports.map(({ code, x, y }) => (
        <g
          key={code}
          transform={`translate(${x} ${y})`}
          className="map-airport"
          data-end={code === from || code === to}
          data-shown={ends.has(code)}
        >
          <circle r={code === from || code === to ? 4.5 : 3} />
          <text x="8" y="4">
            {code}
          </text>
        </g>
      ))}
    </svg>
  );
});

/** Pairs of airports that a card flies between, once for both directions. */
function pathsOf(card: FlightCard): [string, string][] {
  const pairs = card.legs.flatMap((leg) =>
    leg.segments.map(({ origin, destination }): [string, string] =>
      origin < destination ? [origin, destination] : [destination, origin],
    ),
  );
  return [...new Map(pairs.map((pair) => [keyOf(pair), pair])).values()];
}

const keyOf = ([from, to]: readonly [string, string]): string => `${from}-${to}`;

function draw(cards: readonly FlightCard[]) {
  const paths = cards.map(pathsOf);
  const pairs = [...new Map(paths.flat().map((pair) => [keyOf(pair), pair])).values()];
  const lines = pairs.flatMap(([from, to]) => {
    const ends = [positionOf(from), positionOf(to)];
    return ends[0] && ends[1]
      ? [{ key: keyOf([from, to]), from, to, coordinates: [[...ends[0]], [...ends[1]]] }]
      : [];
  });
  if (lines.length === 0) return null;
  const all: GeoPermissibleObjects = {
    type: 'MultiLineString',
    coordinates: lines.map(({ coordinates }) => coordinates),
  };
  const [longitude, latitude] = geoCentroid(all);
  const projection = geoOrthographic()
    .rotate([-longitude, -latitude * 0.9])
    .clipAngle(90);
  const margin = { x: 110, y: 40 };
  projection.fitExtent(
    [
      [margin.x, margin.y],
      [view.width - margin.x, view.height - margin.y],
    ],
    all,
  );
  if (projection.scale() > nearest) {
    const at = projection.rotate();
    projection
      .scale(nearest)
      .translate([view.width / 2, view.height / 2])
      .rotate(at);
  }
  projection.clipExtent([
    [-10, -10],
    [view.width + 10, view.height + 10],
  ]);
  const path = geoPath(projection);
  const codes = [...new Set(lines.flatMap(({ from, to }) => [from, to]))];
  return {
    /** For each card. */
    routesOf: paths.map((ways) => ways.map(keyOf)),
    sea: path({ type: 'Sphere' }) ?? '',
    grid: path(geoGraticule10()) ?? '',
    land: path(land) ?? '',
    routes: lines.map(({ key, coordinates }) => ({
      key,
      d: path({ type: 'LineString', coordinates }) ?? '',
    })),
    airports: codes.flatMap((code) => {
      const position = positionOf(code);
      const point = position && projection([...position]);
      return point ? [{ code, x: point[0], y: point[1] }] : [];
    }),
  };
}
