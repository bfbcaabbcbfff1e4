import { expect, it } from 'vitest';
import { settingsRead } from '../../test/deploy/settings-read.ts';
import { readConfig } from '../platform/config/config.ts';
import { explainConfig } from './doctor.ts';

/** Told of in the lines of their addresses, for they are secrets. */
const besideTheirAddress = ['AMADEUS_API_KEY', 'AMADEUS_API_SECRET', 'DUFFEL_ACCESS_TOKEN'];

it('doctor explains every setting that is read', () => {
  const explained = explainConfig(readConfig({})).map(({ name }) => name);
  const read = [...settingsRead({}).names].filter((name) => !besideTheirAddress.includes(name));
  expect(explained.toSorted()).toEqual(read.toSorted());
});
