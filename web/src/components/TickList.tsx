interface TickListProps {
  readonly label: string;
  readonly chosen: readonly string[];
  readonly options: readonly { readonly value: string; readonly name: string; readonly count: number }[];
  readonly onChange: (chosen: string[]) => void;
}

/** Any of several, each with how many flights it leaves. */
export function TickList({ label, chosen, options, onChange }: TickListProps) {
  return (
    <fieldset className="ticks">
      <legend className="sr-only">{label}</legend>
      {options.map(({ value, name, count }) => (
        <label key={value} data-empty={count === 0}>
          <input
            type="checkbox"
            checked={chosen.includes(value)}
            onChange={(event) =>
              onChange(event.target.checked ? [...chosen, value] : chosen.filter((one) => one !== value))
            }
          />
          <span>{name}</span>
          <small>{count}</small>
        </label>
      ))}
    </fieldset>
  );
}
