import type { Trip } from '../../../src/contract/trip.ts';
import { useWords } from '../texts/words.ts';

const choices: readonly Trip['cabin'][] = ['economy', 'premium_economy', 'business', 'first', null];

interface CabinEditorProps {
  readonly cabin: Trip['cabin'];
  readonly onChoose: (cabin: Trip['cabin']) => void;
}

/** The four cabins, and whichever is best; a click is the choice. */
export function CabinEditor({ cabin, onChoose }: CabinEditorProps) {
  const { t } = useWords();
  return (
    <div className="cabins">
      {choices.map((one) => (
        <button
          key={one ?? 'any'}
          type="button"
          className="menu-item"
          aria-pressed={one === cabin}
          onClick={() => onChoose(one)}
        >
          {one ? t.trip.cabins[one] : t.trip.anyCabin}
        </button>
      ))}
    </div>
  );
}
