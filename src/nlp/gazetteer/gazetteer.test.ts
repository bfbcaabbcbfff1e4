import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { loadAirports } from '../../domain/reference/airports.ts';
import { closestNames } from './closest-names.ts';
import { gazetteerCorpus } from './corpus.ts';
import { createGazetteer } from './create-gazetteer.ts';
import { editDistance } from '../spelling/speller.ts';
import type { Gazetteer, PlaceSpan } from './place-reading.ts';
import { regions } from './regions.ts';

let gazetteer: Gazetteer;
beforeAll(async () => {
  gazetteer = createGazetteer(await loadAirports());
});

const describeSpan = ({ value }: PlaceSpan): string =>
  value.kind !== 'place'
    ? value.kind
    : `${value.candidates[0]?.place.code ?? ''}${value.ambiguous ? '?' : ''}`;

describe('the gazetteer', () => {
  it.each(gazetteerCorpus)('reads %j as %j', (phrase, expected) => {
    const found = gazetteer.findPlaces(phrase).filter(({ value }) => !value.weak);
    expect(found.map(describeSpan).join(' ')).toBe(expected);
  });

  it('means all airports of a city and one of a code', () => {
    const [city] = gazetteer.findPlaces('New York');
    expect(city?.value.candidates[0]?.place).toMatchObject({
      kind: 'city',
      code: 'NYC',
      airports: ['JFK', 'EWR', 'LGA', 'SWF'],
    });
    expect(gazetteer.placeOfCode('LGA')).toMatchObject({ kind: 'airport', airports: ['LGA'] });
    expect(gazetteer.placeOfCode('LON')).toMatchObject({ kind: 'city', code: 'LON' });
    expect(gazetteer.placeOfCode('XQX')).toBeUndefined();
  });

  it.each([
    ['Portland', 'PWM', 'Portland, Maine'],
    ['Portland', 'PDX', 'Portland, Oregon'],
    ['London, Ontario', 'YXU', 'London, Ontario'],
    ['London', 'LON', undefined],
    ['Lisbon', 'LIS', undefined],
  ])('tells namesakes apart where they can be mistaken: %s %s', (name, code, fullName) => {
    const city = gazetteer
      .findPlaces(name)[0]
      ?.value.candidates.find(({ place }) => place.kind === 'city' && place.code === code);
    expect(city?.place.fullName).toBe(fullName);
  });

  it('completes what is being typed, likeliest first', () => {
    const first = (query: string) => gazetteer.suggest(query, 3)[0]?.code;
    expect(first('lis')).toBe('LIS');
    expect(first('new y')).toBe('NYC');
    expect(first('lond')).toBe('LON');
    expect(first('jfk')).toBe('JFK');
    expect(first('são')).toBe('SAO');
    expect(first('ord')).toBe('ORD');
    expect(first('dub')).toBe('DUB');
    expect(first('galap')).toBe('GPS');
    expect(first('faroe')).toBe('FAE');
    expect(first('st hel')).toBe('HLE');
    expect(gazetteer.suggest('   ', 3)).toEqual([]);
    expect(gazetteer.suggest('zzzzzz', 3)).toEqual([]);
    expect(gazetteer.suggest('a', 8)).toHaveLength(8);
  });

  it('completes the name of a country or state with its busiest cities', () => {
    const codes = (query: string) => gazetteer.suggest(query, 3).map(({ code }) => code);
    expect(codes('hawaii')).toEqual(['HNL', 'OGG', 'LIH']);
    expect(codes('portug')).toEqual(['LIS', 'OPO', 'FAO']);
  });

  it('completes the name as it is written, then what a place is called here, then its other names', () => {
    const names = (query: string) => gazetteer.suggest(query, 8).map(({ name }) => name);
    expect(names('Mün')[0]).toBe('Munich');
    expect(names('Mun')[0]).toBe('Munich');
    expect(names('Köl')[0]).toBe('Cologne');
    expect(names('Kol')[0]).toBe('Kolkata');
    expect(names('Mál')[0]).toBe('Malaga');
    expect(names('Mal')[0]).toBe('Malaga');
  });

  it('completes to what a whole name means, whatever else begins like it', () => {
    const first = (query: string) => gazetteer.suggest(query, 3)[0]?.code;
    expect(first('ny')).toBe('NYC');
    expect(first('LA')).toBe('LAX');
    expect(first('sf')).toBe('SFO');
    expect(first('dc')).toBe('WAS');
  });

  it.each([
    ['porto, portugal', 'OPO'],
    ['barcelona spain', 'BCN'],
    ['Portland, Maine', 'PWM'],
    ['london ontario', 'YXU'],
  ])('completes %j to the one that lies there', (query, code) => {
    expect(gazetteer.suggest(query, 3).map((place) => place.code)).toEqual([code]);
  });

  it('completes a city with its airports, whatever they are called', () => {
    const codes = (query: string) => gazetteer.suggest(query, 8).map(({ code }) => code);
    expect(codes('new york').slice(0, 3)).toEqual(['NYC', 'JFK', 'EWR']);
    expect(codes('Tokyo')).toEqual(['TYO', 'HND', 'NRT']);
    expect(codes('chicago').slice(0, 3)).toEqual(['CHI', 'ORD', 'MDW']);
  });

  it('suggests cities for a country', () => {
    const [france] = gazetteer.findPlaces('to France');
    expect(france?.value.candidates.map(({ place }) => place.name)).toContain('Paris');
    expect(france?.value.candidates.map(({ place }) => place.name)).toContain('Nice');
  });

  it.each([
    ['Lissbon', ['Lisbon']],
    ['Gardermon', []],
    ['Gardenia', []],
    ['Whoville', []],
  ])('suggests for %j what is close: %j', (phrase, names) => {
    expect(closestNames(phrase, gazetteer).slice(0, 1)).toEqual(names);
  });

  it('names regions of places that are known', async () => {
    const airports = await loadAirports();
    const countriesOfAirports = new Set(airports.list.map(({ country }) => country));
    for (const { names, members } of regions)
      expect(
        [...members].some(
          (code) => code.endsWith('*') || countriesOfAirports.has(code) || airports.find(code),
        ),
        names[0],
      ).toBe(true);
  });

  it('finds the state that narrows an earlier answer', () => {
    expect(gazetteer.findArea('the one in Maine')).toMatchObject({ name: 'Maine', country: 'US' });
    expect(gazetteer.findArea('Costa Rica')).toMatchObject({ country: 'CR', region: null });
    expect(gazetteer.findArea('no idea')).toBeUndefined();
  });

  it('answers with spans of the text, in order and apart, whatever it is given', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (text) => {
        let end = 0;
        for (const span of gazetteer.findPlaces(text)) {
          expect(span.start).toBeGreaterThanOrEqual(end);
          expect(text.slice(span.start, span.end)).toBe(span.text);
          end = span.end;
        }
      }),
      { numRuns: 300 },
    );
  });

  it('does a bounded amount of work for 2,000 hostile characters', () => {
    for (const unit of [
      'san ',
      'xqzvb ',
      'new new york ',
      "o'",
      'a.b.',
      'São-',
      '🛫 ',
      'saint san new los ',
    ]) {
      const text = unit.repeat(Math.ceil(2000 / unit.length)).slice(0, 2000);
      const startedAt = performance.now();
      gazetteer.findPlaces(text);
      // Some thirty times what it takes, so that only a change of order fails.
      expect(performance.now() - startedAt, unit).toBeLessThan(300);
    }
  });
});

describe('the edit distance', () => {
  it.each([
    ['boston', 'bostn', 1],
    ['boston', 'bsoton', 1],
    ['boston', 'boston', 0],
    ['paris', 'pairs', 1],
    ['abc', '', 3],
  ])('from %s to %s is %i', (a, b, distance) => {
    expect(editDistance(a, b)).toBe(distance);
    expect(editDistance(b, a)).toBe(distance);
  });
});
