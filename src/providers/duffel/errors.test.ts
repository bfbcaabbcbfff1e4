import { expect, it } from 'vitest';
import { parseError } from './errors.ts';

const now = Temporal.Instant.from('2027-01-01T12:00:00Z');

/** A refusal in a window that ends in 45 seconds. */
const refusal = (status: number, type: string, remaining: string) =>
  parseError(
    {
      status,
      headers: {
        'ratelimit-limit': '60',
        'ratelimit-remaining': remaining,
        'ratelimit-reset': 'Fri, 01 Jan 2027 12:00:45 GMT',
      },
      body: Uint8Array.from(Buffer.from(JSON.stringify({ errors: [{ type, code: 'any', title: 'Any' }] }))),
    },
    now,
  );

it.each([
  ['a mistake of one traveller', 422, 'validation_error', '59', null],
  ['a trouble of theirs', 500, 'api_error', '59', null],
  ['a limit', 429, 'rate_limit_error', '0', 45_000],
  ['a limit that is told by the status alone', 429, 'any', '59', 45_000],
  ['a mistake with the last call of the window', 422, 'validation_error', '0', 45_000],
])(
  'after %s the source is left alone for as long as it has to be',
  (_what, status, type, remaining, waitMs) => {
    expect(refusal(status, type, remaining).retryAfterMs).toBe(waitMs);
  },
);
