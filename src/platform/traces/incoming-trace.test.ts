import { describe, expect, it } from 'vitest';
import { parseTraceparent } from './incoming-trace.ts';

const trace = '4bf92f3577b34da6a3ce929d0e0e4736';
const span = '00f067aa0ba902b7';

describe('a traceparent', () => {
  it('names trace and span, and whether they are kept', () => {
    const known = { traceId: trace, spanId: span, isRemote: true };
    expect(parseTraceparent(`00-${trace}-${span}-01`)).toEqual({ ...known, traceFlags: 1 });
    expect(parseTraceparent(`00-${trace}-${span}-00`)).toEqual({ ...known, traceFlags: 0 });
  });

  it('of a later version may say more', () => {
    expect(parseTraceparent(`01-${trace}-${span}-03-more`)).toMatchObject({ traceId: trace, traceFlags: 1 });
  });

  it.each([
    undefined,
    '',
    'anything',
    `00-${trace}-${span}`,
    `00-${trace}-${span}-01-more`,
    `ff-${trace}-${span}-01`,
    `00-${trace.toUpperCase()}-${span}-01`,
    `00-${'0'.repeat(32)}-${span}-01`,
    `00-${trace}-${'0'.repeat(16)}-01`,
  ])('is none: %s', (header) => {
    expect(parseTraceparent(header)).toBeUndefined();
  });

  it('is none where there are two', () => {
    expect(parseTraceparent([`00-${trace}-${span}-01`, `00-${trace}-${span}-01`])).toBeUndefined();
  });
});
