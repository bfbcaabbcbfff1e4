import type { FlightCard } from '../../../src/contract/flight-card.ts';
import { durationOf, priceOf } from '../model/card-facts.ts';
import { useWords } from '../texts/words.ts';

interface ScatterPlotProps {
  readonly cards: readonly FlightCard[];
  readonly lookedAt: string | null;
  readonly onPick: (card: FlightCard) => void;
}

/** How wide and high the plot is in its own units, and how much its axes take. */
const size = { width: 640, height: 260, left: 64, bottom: 36, top: 16, right: 20 };
const ticks = [0, 0.5, 1];

/** Flights by duration and price: what is near the lower left corner is short and cheap. */
export function ScatterPlot({ cards, lookedAt, onPick }: ScatterPlotProps) {
  const { t, money, duration } = useWords();
  const x = scale(cards.map(durationOf), size.left, size.width - size.right);
  const y = scale(cards.map(priceOf), size.height - size.bottom, size.top);
  const currency = cards[0]?.price.total.currency ?? 'USD';
  return (
    <svg
      className="plot"
      viewBox={`0 0 ${size.width} ${size.height}`}
      role="group"
      aria-label={t.pictures.plotLabel}
    >
      <g aria-hidden="true">
        {ticks.map((tick) => (
          <g key={tick}>
            <line
              className="grid"
              x1={size.left}
              x2={size.width - size.right}
              y1={y.at(tick)}
              y2={y.at(tick)}
            />
            <text x={size.left - 8} y={y.at(tick) + 4} textAnchor="end">
              {money({ amount: String(Math.round(y.value(tick))), currency })}
            </text>
            <text
              x={x.at(tick)}
              y={size.height - 12}
              textAnchor={tick === 0 ? 'start' : tick === 1 ? 'end' : 'middle'}
            >
              {duration(Math.round(x.value(tick)))}
            </text>
          </g>
        ))}
      </g>
      {cards.map((card) => {
        const label = t.pictures.point(
          card.airline.name,
          money(card.price.total),
          duration(durationOf(card)),
        );
        return (
          <g
            key={card.offer_id}
            className="point"
            role="button"
            tabIndex={0}
            aria-label={label}
            data-badge={card.badges[0] ?? 'none'}
            data-looked={card.offer_id === lookedAt}
            transform={`translate(${x.of(durationOf(card))} ${y.of(priceOf(card))})`}
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
      })}
    </svg>
  );
}

function scale(values: readonly number[], from: number, to: number) {
  const min = Math.min(...values);
  const spread = Math.max(...values) - min || 1;
  // A little air, so that no point sits on an axis.
  const low = min - spread * 0.08;
  const range = spread * 1.16;
  return {
    of: (value: number): number => from + ((value - low) / range) * (to - from),
    at: (part: number): number => from + part * (to - from),
    value: (part: number): number => low + part * range,
  };
}
