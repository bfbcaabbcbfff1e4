import { describe, expect, it } from 'vitest';
import { parseError, saysSoldOut } from './errors.ts';

const now = Temporal.Instant.from('2027-01-01T12:00:00Z');

const refusal = (status: number, error: object, headers: Readonly<Record<string, string>> = {}) => ({
  status,
  headers,
  body: Uint8Array.from(Buffer.from(JSON.stringify({ errors: [{ status, ...error }] }))),
});

describe('a price check that is refused', () => {
  it.each([
    ['the airline does not sell the seats', { code: 34651, title: 'SEGMENT SELL FAILURE' }, true],
    ['the fare is gone', { code: 4926, title: 'INVALID DATA RECEIVED', detail: 'No fare applicable' }, true],
    ['a field is wrong', { code: 4926, title: 'INVALID DATA RECEIVED', detail: 'Invalid currency' }, false],
    ['something is wrong', { code: 4926, title: 'INVALID DATA RECEIVED' }, false],
    ['something is missing', { code: 32171, title: 'MANDATORY DATA MISSING' }, false],
    ['a format is wrong', { code: '477', title: 'INVALID FORMAT' }, false],
  ])('says that the offer is sold out only where it does: %s', (_what, error, soldOut) => {
    expect(saysSoldOut(refusal(400, error))).toBe(soldOut);
  });

  it('is our mistake where Amadeus does not understand us', () => {
    const error = parseError(refusal(400, { code: 4926, detail: 'Invalid currency' }), now);
    expect(error).toMatchObject({ reason: 'error', blame: 'ours', retryable: false });
  });
});

describe('a limit', () => {
  it.each([
    ['2', 2000],
    ['0', 0],
    ['Fri, 01 Jan 2027 12:00:45 GMT', 45_000],
    ['Friday, 01-Jan-27 12:00:45 GMT', 45_000],
    ['Fri, 01 Jan 2027 11:59:00 GMT', 0],
    ['-2', null],
    ['2027', 2_027_000],
    ['', null],
    ['soon', null],
  ])('asks to be left alone until retry-after: %s', (header, waitMs) => {
    const limited = refusal(429, { code: 38194 }, { 'retry-after': header });
    expect(parseError(limited, now)).toMatchObject({ reason: 'rate_limited', retryAfterMs: waitMs });
  });

  it('that holds until the end of the month is not tried again, one of a moment is', () => {
    const retryable = [38194, 38195].map((code) => parseError(refusal(429, { code }), now).retryable);
    expect(retryable).toEqual([true, false]);
  });
});
