import { useMemo, type CSSProperties } from 'react';
import type { Span } from '../model/filters.ts';
import { useWords } from '../texts/words.ts';

interface TwoEndedSliderProps {
  readonly label: string;
  readonly value: Span | null;
  readonly values: readonly number[];
  readonly onChange: (value: Span | null) => void;
}

const dayMinutes = 24 * 60;
const stepMinutes = 30;
const bars = 24;

/** From and to on the clock of a day, over a histogram of the flights. Two native sliders, so every key of theirs works. */
export function TwoEndedSlider({ label, value, values, onChange }: TwoEndedSliderProps) {
  const { t, minute } = useWords();
  const [from, to] = value ?? [0, dayMinutes];
  const set = (next: Span): void => onChange(next[0] === 0 && next[1] === dayMinutes ? null : next);
  const heights = useMemo(() => heightsOf(values), [values]);
  const shownEnd = (minutes: number): string => minute(Math.min(minutes, dayMinutes - 1));
  return (
    <fieldset className="slider">
      <legend>
        {label} <output>{value ? `${minute(from)} – ${shownEnd(to)}` : t.filters.any}</output>
      </legend>
      <div className="histogram" aria-hidden="true">
        {heights.map((height, hour) => (
          <span
            key={hour}
            data-in={hour * 60 >= from - 59 && hour * 60 <= to}
            style={{ '--height': height } as CSSProperties}
          />
        ))}
      </div>
      <div
        className="two-ends"
        style={{ '--from': from / dayMinutes, '--to': to / dayMinutes } as CSSProperties}
      >
        <input
          type="range"
          min={0}
          max={dayMinutes}
          step={stepMinutes}
          value={from}
          aria-label={`${label}, ${t.filters.earliest}`}
          aria-valuetext={minute(from)}
          // Where both ends meet at the right, the left one lies on top: else nobody could draw it back.
          style={{ zIndex: from > dayMinutes / 2 ? 1 : 0 }}
          onChange={(event) => set([Math.min(Number(event.target.value), to - stepMinutes), to])}
        />
        <input
          type="range"
          min={0}
          max={dayMinutes}
          step={stepMinutes}
          value={to}
          aria-label={`${label}, ${t.filters.latest}`}
          aria-valuetext={shownEnd(to)}
          onChange={(event) => set([from, Math.max(Number(event.target.value), from + stepMinutes)])}
        />
      </div>
    </fieldset>
  );
}

/** The flights of each hour, as shares of the fullest hour. */
function heightsOf(values: readonly number[]): number[] {
  const counts = Array.from(
    { length: bars },
    (_, hour) => values.filter((one) => Math.floor(one / 60) === hour).length,
  );
  const highest = Math.max(1, ...counts);
  return counts.map((count) => count / highest);
}
