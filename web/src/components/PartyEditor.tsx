import { useState } from 'react';
import type { Trip } from '../../../src/contract/trip.ts';
import { useWords } from '../texts/words.ts';
import { Stepper } from './Stepper.tsx';

type Party = Trip['passengers'];

/** More on one booking is a group, which airlines sell elsewhere. */
const mostTravellers = 9;
const usualAge = 8;
const ages = Array.from({ length: 16 }, (_, at) => at + 2);

/** Adults, children with their ages, infants: never more infants than laps. */
export function PartyEditor({ party, onApply }: { party: Party; onApply: (party: Party) => void }) {
  const { t } = useWords();
  const [{ adults, children, infants }, setParty] = useState(party);
  const change = (part: Partial<Party>): void => setParty((before) => ({ ...before, ...part }));
  const room = mostTravellers - adults - children.length - infants;
  return (
    <form
      className="party"
      onSubmit={(event) => {
        event.preventDefault();
        onApply({ adults, children, infants });
      }}
    >
      <Stepper
        label={t.edit.adults}
        value={adults}
        min={Math.max(1, infants)}
        max={adults + room}
        onChange={(value) => change({ adults: value })}
      />
      <Stepper
        label={t.edit.children}
        hint={t.edit.childrenHint}
        value={children.length}
        min={0}
        max={children.length + room}
        onChange={(count) =>
          change({ children: Array.from({ length: count }, (_, at) => children[at] ?? usualAge) })
        }
      />
      {children.length > 0 && (
        <div className="ages">
          {children.map((age, at) => (
            <label key={at}>
              <span>{t.edit.ageOf(at + 1)}</span>
              <select
                value={age}
                onChange={(event) =>
                  change({
                    children: children.map((other, index) =>
                      index === at ? Number(event.target.value) : other,
                    ),
                  })
                }
              >
                {ages.map((years) => (
                  <option key={years}>{years}</option>
                ))}
              </select>
            </label>
          ))}
        </div>
      )}
      <Stepper
        label={t.edit.infants}
        hint={t.edit.infantsHint}
        value={infants}
        min={0}
        max={Math.min(adults, infants + room)}
        onChange={(value) => change({ infants: value })}
      />
      <button type="submit" className="button primary">
        {t.edit.apply}
      </button>
    </form>
  );
}
