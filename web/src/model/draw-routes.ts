import {
  geoCentroid,
  geoDistance,
  geoGraticule10,
  geoNaturalEarth1,
  geoOrthographic,
  geoPath,
  type GeoPermissibleObjects,
  type GeoProjection,
} from 'd3-geo';
import { feature } from 'topojson-client';
import type { GeometryCollection, Topology } from 'topojson-specification';
import atlas from 'world-atlas/land-110m.json' with { type: 'json' };
import type { FlightCard } from '../../../src/contract/flight-card.ts';
import { positionOf } from './airport-position.ts';
import { placeLabels, type Dot } from './place-labels.ts';

const topology = atlas as unknown as Topology<{ land: GeometryCollection }>;
const land = feature(topology, topology.objects.land);
interface View {
  readonly width: number;
  readonly height: number;
}
/** The land is drawn for whole-world maps: nearer than this it would be corners. */
const nearest = 1400;
/** Radians from the middle; a globe shows what is farther at its rim or not at all. */
const farthestOnGlobe = Math.PI / 3;

interface Line {
  readonly key: string;
  readonly from: string;
  readonly to: string;
  readonly coordinates: readonly [Position, Position];
}
/** Longitude and latitude in degrees. */
type Position = [number, number];

/** The routes of the cards as great circles: on a globe that is turned to them, or on a map of the world where they go around it. */
export function drawRoutes(cards: readonly FlightCard[], view: View) {
  const paths = cards.map(pathsOf);
  const pairs = [...new Map(paths.flat().map((pair) => [keyOf(pair), pair])).values()];
  const lines = pairs.flatMap(([from, to]): Line[] => {
    const [start, end] = [positionOf(from), positionOf(to)];
    return start && end ? [{ key: keyOf([from, to]), from, to, coordinates: [[...start], [...end]] }] : [];
  });
  if (lines.length === 0) return null;
  const projection = projectionFor(lines, view);
  const path = geoPath(projection);
  const first = cards[0]?.legs[0];
  const codes = [...new Set(lines.flatMap(({ from, to }) => [from, to]))];
  const dots = codes.flatMap((code): Dot[] => {
    const position = positionOf(code);
    const point = position && projection([...position]);
    if (!point) return [];
    return [{ code, x: point[0], y: point[1], end: code === first?.origin || code === first?.destination }];
  });
  const labels = placeLabels(dots, view);
  return {
    /** For each card. */
    routesOf: paths.map((ways) => ways.map(keyOf)),
    sea: path({ type: 'Sphere' }) ?? '',
    grid: path(geoGraticule10()) ?? '',
    land: path(land) ?? '',
    routes: lines.map(({ key, coordinates }) => ({
      key,
      d: path({ type: 'LineString', coordinates: [...coordinates] }) ?? '',
    })),
    airports: dots.map((dot) => ({ ...dot, label: labels.get(dot.code) ?? null })),
  };
}

function projectionFor(lines: readonly Line[], view: View): GeoProjection {
  const margin = { x: view.width / 8, y: 40 };
  const all: GeoPermissibleObjects = {
    type: 'MultiLineString',
    coordinates: lines.map(({ coordinates }) => [...coordinates]),
  };
  const [longitude, latitude] = geoCentroid(all);
  const middle: Position = [longitude, latitude * 0.9];
  const ends = lines.flatMap(({ coordinates }) => coordinates);
  const onGlobe = ends.every((end) => geoDistance(middle, end) < farthestOnGlobe);
  const projection = onGlobe
    ? geoOrthographic().rotate([-middle[0], -middle[1]]).clipAngle(90)
    : geoNaturalEarth1().rotate([-middleMeridian(lines), 0]);
  projection.fitExtent(
    [
      [margin.x, margin.y],
      [view.width - margin.x, view.height - margin.y],
    ],
    all,
  );
  if (projection.scale() > nearest) projection.scale(nearest).translate([view.width / 2, view.height / 2]);
  return projection.clipExtent([
    [-10, -10],
    [view.width + 10, view.height + 10],
  ]);
}

/** The meridian in the middle of a map whose edges cut the fewest routes, and of these the one that the airports are nearest to. */
function middleMeridian(lines: readonly Line[]): number {
  const from = (meridian: number, longitude: number): number => ((longitude - meridian + 540) % 360) - 180;
  const costOf = (meridian: number): number =>
    lines.reduce((cost, { coordinates: [[start], [end]] }) => {
      const [one, other] = [from(meridian, start), from(meridian, end)];
      const cut = Math.abs(one - other) > 180;
      return cost + (cut ? 1000 : 0) + Math.max(Math.abs(one), Math.abs(other)) / lines.length;
    }, 0);
  const meridians = Array.from({ length: 36 }, (_, at) => at * 10 - 180);
  return meridians.reduce((best, one) => (costOf(one) < costOf(best) ? one : best));
}

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
