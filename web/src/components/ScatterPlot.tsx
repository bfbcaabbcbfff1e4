import { memo, useMemo } from 'react';
import type { FlightCard } from '../../../src/contract/flight-card.ts';
import { useNarrow } from '../hooks/use-narrow.ts';
import { comparedOf, durationOf, priceOf } from '../model/card-facts.ts';
import { holds, type CardSet } from '../model/card-set.ts';
import { flightNameOf } from '../model/flight-name.ts';
import { sayPrice } from '../texts/say-price.ts';
import { useWords } from '../texts/words.ts';

interface ScatterPlotProps {
  /** All that are held: the axes are theirs, and stay as they are when filters change. */
  readonly cards: readonly FlightCard[];
  readonly passing: CardSet;
  readonly lookedAt: string | null;
  readonly onPick: (card: FlightCard) => void;
}

/** How wide and high the plot is in its own units, and how much its axes take. */
const edges = { height: 260, left: 64, bottom: 36, top: 16, right: 20 };
/** A phone gets a drawing of its own, so that its words can be read. */
const sizes = { wide: { ...edges, width: 800 }, narrow: { ...edges, width: 400 } };
type Size = (typeof sizes)['wide'];

/** Flights by duration and price: what is near the lower left corner is short and cheap. */
export const ScatterPlot = memo(function ScatterPlot({ cards, passing, lookedAt, onPick }: ScatterPlotProps) {
  const { t, money, duration } = useWords();
  const size = useNarrow() ? sizes.narrow : sizes.wide;
  const { x, y } = useMemo(() => axesOf(cards, size), [cards, size]);
  const currency = cards[0] ? comparedOf(cards[0]).currency : 'USD';
  return (
    <svg
      className="plot"
      viewBox={`0 0 ${size.width} ${size.height}`}
      role="group"
      aria-label={t.pictures.plotLabel}
    >
      <g aria-hidden="true">
        {y.ticks.map((price) => (
          <g key={price}>
            <line
              className="grid"
              x1={size.left}
              x2={size.width - size.right}
              y1={y.of(price)}
              y2={y.of(price)}
            />
            <text x={size.left - 8} y={y.of(price) + 4} textAnchor="end">
              {money({ amount: String(price), currency })}
            </text>
          </g>
        ))}
        {x.ticks.map((minutes) => (
          <text key={minutes} x={x.of(minutes)} y={size.height - 12} textAnchor="middle">
            {duration(minutes)}
          </text>
        ))}
      </g>
      {cards.map((card, at) => (
        <Point
          key={card.offer_id}
          card={card}
          hidden={!holds(passing, at)}
          looked={card.offer_id === lookedAt}
          left={x.of(durationOf(card))}
          top={y.of(priceOf(card))}
          onPick={onPick}
        />
      ))}
    </svg>
  );
});

interface PointProps {
  readonly card: FlightCard;
  readonly hidden: boolean;
  readonly looked: boolean;
  readonly left: number;
  readonly top: number;
  readonly onPick: (card: FlightCard) => void;
}

const Point = memo(function Point({ card, hidden, looked, left, top, onPick }: PointProps) {
  const words = useWords();
  const { t, duration } = words;
  const { airline, number, seller } = flightNameOf(card);
  const label = t.pictures.point(
    t.card.flight(`${airline} ${number}`, seller),
    sayPrice(card, words),
    duration(durationOf(card)),
  );
  return (
    <g
      className="point"
      role="button"
      tabIndex={0}
      aria-label={label}
      data-badge={card.badges[0] ?? 'none'}
      data-looked={looked}
      data-shown={!hidden}
      transform={`translate(${left} ${top})`}
      onClick={() => onPick(card)}
      onKeyDown={(event) => {
        if (event.key !== 'Enter' && event.key !== ' ') return;
        event.preventDefault();
        onPick(card);
      }}
    >
      <title>{label}</title>
      {/* What can be hit is larger than what is seen: fingers are wide. */}
      <circle r="13" className="point-target" />
      <circle r="6" className="point-dot" />
    </g>
  );
});

const axesOf = (cards: readonly FlightCard[], size: Size) => ({
  x: scale(cards.map(durationOf), size.left, size.width - size.right, durationSteps),
  y: scale(cards.map(priceOf), size.height - size.bottom, size.top, moneySteps),
});

/** Steps that read well, in minutes and in money. */
const durationSteps = [15, 30, 60, 120, 180, 240, 360, 480, 720, 1440];
const moneySteps = [1, 2, 5, 10, 20, 25, 50, 100, 200, 250, 500, 1000, 2000, 5000, 10_000, 50_000];
const mostTicks = 5;

function scale(values: readonly number[], from: number, to: number, steps: readonly number[]) {
  const min = Math.min(...values);
  const spread = Math.max(...values) - min || 1;
  // A little air, so that no point sits on an axis.
  const low = min - spread * 0.08;
  const range = spread * 1.16;
  const step = steps.find((one) => range / one <= mostTicks) ?? range;
  const firstTick = Math.ceil(low / step) * step;
  const of = (value: number): number => from + ((value - low) / range) * (to - from);
  return {
    of,
    ticks: Array.from(
      { length: Math.floor((low + range - firstTick) / step) + 1 },
      (_, at) => firstTick + at * step,
    ),
  };
}
