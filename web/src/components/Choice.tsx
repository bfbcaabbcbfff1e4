import { useId } from 'react';

interface ChoiceProps<Value extends string> {
  readonly label: string;
  readonly value: Value | null;
  readonly options: readonly { readonly value: Value; readonly name: string; readonly count?: number }[];
  readonly onChange: (value: Value) => void;
}

/** One of a few, side by side: native radio buttons, so that arrow keys and screen readers know them. */
export function Choice<Value extends string>({ label, value, options, onChange }: ChoiceProps<Value>) {
  const name = useId();
  return (
    <fieldset className="choice">
      <legend className="sr-only">{label}</legend>
      {options.map((option) => (
        <label key={option.value} className="choice-option" data-empty={option.count === 0}>
          <input
            type="radio"
            name={name}
            className="sr-only"
            checked={option.value === value}
            onChange={() => onChange(option.value)}
          />
          <span>
            {option.name}
            {option.count !== undefined && <small> {option.count}</small>}
          </span>
        </label>
      ))}
    </fieldset>
  );
}
