import { describe, expect, it } from 'vitest';
import { sampleOffer } from '../search/samples.ts';
import { afterCheck } from './checked-offer.ts';
import { newConversation, type Conversation } from './conversation.ts';

const [one, two] = [sampleOffer('a:1'), sampleOffer('a:2')];
const conversation: Conversation = {
  ...newConversation('en-US', 'USD', null),
  held: {
    offers: [one, two],
    searchKey: 'key',
    hints: { maxStops: null, includeAirlines: [], excludeAirlines: [], refundableOnly: false, times: [] },
    searchedAt: '2027-01-01T12:00:00Z',
    complete: true,
    failed: [],
  },
  shown: ['a:1', 'a:2'],
  focus: 'a:1',
  chosen: 'a:1',
  discussed: ['a:1', 'a:2'],
};

describe('a conversation after one of its offers was asked for again', () => {
  it('holds it as its source has it now, in its place', () => {
    const fresh = { ...one, total: { minor: 50_000, currency: 'USD' } };
    const after = afterCheck(conversation, 'a:1', { status: 'price_changed', offer: fresh });
    expect(after.held?.offers).toEqual([fresh, two]);
    expect(after).toMatchObject({ shown: ['a:1', 'a:2'], focus: 'a:1', chosen: 'a:1' });
    expect(after.held?.complete).toBe(true);
  });

  it.each(['sold_out', 'expired'] as const)(
    'forgets it where it is %s, and takes the list for no whole one',
    (status) => {
      const after = afterCheck(conversation, 'a:1', { status });
      expect(after.held).toMatchObject({ offers: [two], complete: false });
      expect(after).toMatchObject({ shown: ['a:2'], focus: null, chosen: null, discussed: ['a:2'] });
      const other = afterCheck(conversation, 'a:2', { status });
      expect(other).toMatchObject({ focus: 'a:1', chosen: 'a:1' });
    },
  );

  it('is the same one after a check that failed, or of an offer that is gone meanwhile', () => {
    expect(afterCheck(conversation, 'a:1', { status: 'check_failed', reason: 'timeout' })).toBe(conversation);
    expect(afterCheck(conversation, 'a:3', { status: 'sold_out' })).toBe(conversation);
    expect(afterCheck(conversation, 'a:3', { status: 'confirmed', offer: sampleOffer('a:3') })).toBe(
      conversation,
    );
    const nothing = newConversation('en-US', 'USD', null);
    expect(afterCheck(nothing, 'a:1', { status: 'confirmed', offer: one })).toBe(nothing);
  });
});
