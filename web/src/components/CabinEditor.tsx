import type { Trip } from '../../../src/contract/trip.ts';
import type { Cabin } from '../model/trip-words.ts';
import { useWords } from '../texts/words.ts';

const cabins: readonly Cabin[] = ['economy', 'premium_economy', 'business', 'first'];

/** The four cabins; a click is the choice. */
export function CabinEditor({ cabin, onChoose }: { cabin: Trip['cabin']; onChoose: (cabin: Cabin) => void }) {
  const { t } = useWords();
  return (
    <div className="cabins">
      {cabins.map((one) => (
        <button
          key={one}
          type="button"
          className="menu-item"
          aria-pressed={one === cabin}
          onClick={() => onChoose(one)}
        >
          {t.trip.cabins[one]}
        </button>
      ))}
    </div>
  );
}
