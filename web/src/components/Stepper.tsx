import { useId } from 'react';
import { useWords } from '../texts/words.ts';

interface StepperProps {
  readonly label: string;
  readonly hint?: string;
  readonly value: number;
  readonly min: number;
  readonly max: number;
  readonly onChange: (value: number) => void;
}

/** A small whole number with a button on each side. At an end its button does nothing but keeps the focus. */
export function Stepper({ label, hint, value, min, max, onChange }: StepperProps) {
  const { t } = useWords();
  const id = useId();
  return (
    <div className="stepper" role="group" aria-labelledby={id}>
      <span id={id}>
        {label}
        {hint && <small className="quiet">{hint}</small>}
      </span>
      <button
        type="button"
        className="round"
        aria-label={t.edit.fewer(label)}
        aria-disabled={value <= min}
        onClick={() => value > min && onChange(value - 1)}
      >
        −
      </button>
      <output aria-live="polite">{value}</output>
      <button
        type="button"
        className="round"
        aria-label={t.edit.more(label)}
        aria-disabled={value >= max}
        onClick={() => value < max && onChange(value + 1)}
      >
        +
      </button>
    </div>
  );
}
