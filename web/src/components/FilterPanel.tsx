import { useMemo } from 'react';
import type { FlightCard } from '../../../src/contract/flight-card.ts';
import { airlineName } from '../../../src/domain/reference/airlines.ts';
import { allianceNames, type Alliance } from '../model/alliances.ts';
import { comparedOf, dearerWithBags } from '../model/card-facts.ts';
import type { FilterIndex } from '../model/filter-index.ts';
import { countSet, noFilters, type Filters } from '../model/filters.ts';
import { useWords } from '../texts/words.ts';
import { Choice } from './Choice.tsx';
import { LimitSlider } from './LimitSlider.tsx';
import { TickList } from './TickList.tsx';
import { TwoEndedSlider } from './TwoEndedSlider.tsx';

interface FilterPanelProps {
  readonly cards: readonly FlightCard[];
  /** Of these cards. */
  readonly index: FilterIndex;
  readonly filters: Filters;
  /** How many pass. */
  readonly left: number;
  readonly onChange: (filters: Filters) => void;
}

const alliances = Object.keys(allianceNames) as Alliance[];
const byName = (one: readonly [string, string], other: readonly [string, string]): number =>
  one[1].localeCompare(other[1]);

/** Filters over the cards that are held: each option says how many flights it would leave. */
export function FilterPanel({ cards, index, filters, left, onChange }: FilterPanelProps) {
  const { t, money, duration } = useWords();
  const change = (part: Partial<Filters>): void => onChange({ ...filters, ...part });
  const currency = cards[0] ? comparedOf(cards[0]).currency : 'USD';
  const { airlines, connections, stops, values } = useMemo(() => optionsOf(cards, index), [cards, index]);
  const countOf = <Name extends keyof Filters>(name: Name, value: Filters[Name]): number =>
    index.countWith(filters, name, value);
  return (
    <section className="filters" aria-label={t.filters.label}>
      {/* Three columns of about the same height. */}
      <div className="facet">
        <h3>{t.filters.stops}</h3>
        <Choice
          label={t.filters.stops}
          value={filters.stops === null ? 'any' : String(filters.stops)}
          options={[
            { value: 'any', name: t.filters.anyStops, count: countOf('stops', null) },
            ...stops.slice(0, -1).map((count) => ({
              value: String(count),
              name: t.filters.upTo(count),
              count: countOf('stops', count),
            })),
          ]}
          onChange={(value) => change({ stops: value === 'any' ? null : Number(value) })}
        />
        <h3>{t.filters.bags}</h3>
        <TickList
          label={t.filters.bags}
          chosen={[...(filters.carryOn ? ['carryOn'] : []), ...(filters.checkedBag ? ['checkedBag'] : [])]}
          options={[
            { value: 'carryOn', name: t.filters.carryOn, count: countOf('carryOn', true) },
            { value: 'checkedBag', name: t.filters.checkedBag, count: countOf('checkedBag', true) },
          ]}
          onChange={(chosen) =>
            change({ carryOn: chosen.includes('carryOn'), checkedBag: chosen.includes('checkedBag') })
          }
        />
        <h3>{t.filters.airlines}</h3>
        <TickList
          label={t.filters.airlines}
          chosen={filters.airlines}
          options={airlines.map(([value, name]) => ({ value, name, count: countOf('airlines', [value]) }))}
          onChange={(chosen) => change({ airlines: chosen })}
        />
      </div>
      <div className="facet">
        <TwoEndedSlider
          label={t.filters.departs}
          value={filters.departs}
          values={values.departs}
          onChange={(departs) => change({ departs })}
        />
        <TwoEndedSlider
          label={t.filters.arrives}
          value={filters.arrives}
          values={values.arrives}
          onChange={(arrives) => change({ arrives })}
        />
        <h3>{t.filters.alliances}</h3>
        <TickList
          label={t.filters.alliances}
          chosen={filters.alliances}
          options={alliances.map((value) => ({
            value,
            name: allianceNames[value],
            count: countOf('alliances', [value]),
          }))}
          onChange={(chosen) => change({ alliances: alliances.filter((one) => chosen.includes(one)) })}
        />
      </div>
      <div className="facet">
        <LimitSlider
          label={cards.some(dearerWithBags) ? t.filters.priceWithBags : t.filters.price}
          value={filters.price}
          values={values.price}
          step={moneyStep(values.price)}
          write={(amount) => money({ amount: String(amount), currency })}
          onChange={(price) => change({ price })}
        />
        <LimitSlider
          label={t.filters.duration}
          value={filters.duration}
          values={values.duration}
          step={15}
          write={duration}
          onChange={(minutes) => change({ duration: minutes })}
        />
        <LimitSlider
          label={t.filters.layover}
          value={filters.layover}
          values={values.layover}
          step={15}
          write={duration}
          onChange={(layover) => change({ layover })}
        />
        {connections.length > 0 && (
          <>
            <h3>{t.filters.connections}</h3>
            <TickList
              label={t.filters.connections}
              chosen={filters.connections}
              options={connections.map((value) => ({
                value,
                name: value,
                count: countOf('connections', [value]),
              }))}
              onChange={(chosen) => change({ connections: chosen })}
            />
          </>
        )}
      </div>
      <div className="filters-foot">
        <output aria-live="polite">{t.results.summary(left, cards.length)}</output>
        {countSet(filters) > 0 && (
          <button type="button" className="text-button" onClick={() => onChange(noFilters)}>
            {t.results.clearFilters}
          </button>
        )}
      </div>
    </section>
  );
}

/** Steps that a hand can tell apart: tens of dollars, thousands of yen. */
const moneyStep = (prices: readonly number[]): number =>
  Math.max(10, 10 ** (Math.floor(Math.log10(Math.max(...prices))) - 2));

/** What the cards offer to choose from; filters do not change it. */
function optionsOf(cards: readonly FlightCard[], { facts }: FilterIndex) {
  return {
    airlines: airlinesIn(cards, facts).sort(byName),
    connections: [...new Set(facts.flatMap((one) => one.connections))].sort(),
    stops: [...new Set(facts.map((one) => one.stops))].sort((a, b) => a - b),
    values: {
      departs: facts.map((one) => one.departs),
      arrives: facts.map((one) => one.arrives),
      price: facts.map((one) => one.price),
      duration: facts.map((one) => one.duration),
      layover: facts.map((one) => one.layover),
    },
  };
}

/** Every airline that has a part in one of the cards, with its name. */
function airlinesIn(cards: readonly FlightCard[], facts: FilterIndex['facts']): [string, string][] {
  const names = new Map(cards.map(({ airline }) => [airline.code, airline.name]));
  const codes = new Set(facts.flatMap(({ airlines }) => airlines));
  return [...codes].map((code) => [code, names.get(code) ?? airlineName(code)]);
}
