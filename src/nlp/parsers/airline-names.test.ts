import { describe, expect, it } from 'vitest';
import { airlines } from '../../domain/reference/airlines.ts';
import { normalise } from '../normalise.ts';
import { createAirlineNames } from './airline-names.ts';

const names = createAirlineNames([...airlines.values()]);
const codesIn = (text: string): string[] => names.find(text).map(({ value }) => value.code);

describe('airline names', () => {
  it('finds every airline by each of its names, wherever it stands', () => {
    const missed = [...airlines.values()].flatMap(({ name, aliases }) =>
      [name, ...aliases]
        .map(normalise)
        // Two letters are a code.
        .filter((known) => known.length > 2)
        .filter((known) => !names.find(`by ${known}, please`).some(({ text }) => text === known)),
    );
    expect(missed).toEqual([]);
  });

  it('prefers the longest name that begins at a word', () => {
    expect(names.find('with Air New Zealand to Auckland').map(({ text }) => text)).toEqual([
      'Air New Zealand',
    ]);
  });

  it("reads through accents, capitals and a possessive 's", () => {
    expect(codesIn("Delta's flight")).toEqual(['DL']);
    expect(codesIn('LUFTHANSA or Ibéria')).toEqual(['LH', 'IB']);
  });

  it('finds nothing in words that only begin like a name', () => {
    expect(codesIn('air conditioning in the deltas of all rivers')).not.toContain('DL');
  });
});
