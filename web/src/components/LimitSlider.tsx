import { useId } from 'react';
import { useWords } from '../texts/words.ts';

interface LimitSliderProps {
  readonly label: string;
  readonly value: number | null;
  readonly values: readonly number[];
  readonly step: number;
  readonly write: (value: number) => string;
  readonly onChange: (value: number | null) => void;
}

/** At most so much; at its end it lets everything through. */
export function LimitSlider({ label, value, values, step, write, onChange }: LimitSliderProps) {
  const { t } = useWords();
  const id = useId();
  const min = Math.ceil(Math.min(...values) / step) * step;
  const max = Math.ceil(Math.max(...values) / step) * step;
  if (!(max > min)) return null;
  const shown = Math.min(value ?? max, max);
  const text = value === null || shown === max ? t.filters.any : write(shown);
  return (
    <div className="slider">
      {/* An output inside the label would be what the label names. */}
      <span>
        <label htmlFor={id}>{label}</label> <output htmlFor={id}>{text}</output>
      </span>
      <input
        id={id}
        type="range"
        min={min}
        max={max}
        step={step}
        value={shown}
        aria-valuetext={text}
        onChange={(event) => onChange(Number(event.target.value) >= max ? null : Number(event.target.value))}
      />
    </div>
  );
}
