import { expect, it } from 'vitest';
import { loadAirports } from './airports.ts';
import { citiesOf } from './cities-of.ts';

it.each([
  [['HND', 'NRT'], ['Tokyo']],
  [['NRT'], ['NRT']],
  [
    ['DUB', 'LHR'],
    ['Dublin', 'LHR'],
  ],
  [['KEF', 'RKV'], ['Reykjavik']],
  [['FRA'], ['Frankfurt']],
  [['XQX'], ['XQX']],
])('airports are said as cities where the whole city is meant: %j', (codes, said) => {
  expect(citiesOf(codes)).toEqual(said);
});

it('names the cities of airports as the airports themselves do', async () => {
  const { list } = await loadAirports();
  const told = list.flatMap(({ iata, city }) => (citiesOf([iata])[0] === iata ? [] : [[iata, city]]));
  expect(told.length).toBeGreaterThan(300);
  for (const [code = '', city] of told) expect(citiesOf([code])).toEqual([city]);
});
