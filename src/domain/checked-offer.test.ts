import { describe, expect, it } from 'vitest';
import { sampleOffer } from '../search/samples.ts';
import { afterCheck, asTold } from './checked-offer.ts';
import { newConversation, type Conversation } from './conversation.ts';
import { compareSold } from './offer-changes.ts';

/** An hour after the samples were observed. */
const at = '2027-01-01T13:00:00Z';
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
    const after = afterCheck(conversation, 'a:1', { status: 'price_changed', offer: fresh, changes: [] }, at);
    expect(after.held?.offers).toEqual([fresh, two]);
    expect(after).toMatchObject({ shown: ['a:1', 'a:2'], focus: 'a:1', chosen: 'a:1' });
    expect(after.held?.complete).toBe(true);
  });

  it.each(['sold_out', 'expired'] as const)(
    'forgets it where it is %s, and takes the list for no whole one',
    (status) => {
      const after = afterCheck(conversation, 'a:1', { status }, at);
      expect(after.held).toMatchObject({ offers: [two], complete: false });
      expect(after).toMatchObject({ shown: ['a:2'], focus: null, chosen: null, discussed: ['a:2'] });
      const other = afterCheck(conversation, 'a:2', { status }, at);
      expect(other).toMatchObject({ focus: 'a:1', chosen: 'a:1' });
    },
  );

  it('is the same one after a check that failed, or of an offer that is gone meanwhile', () => {
    expect(afterCheck(conversation, 'a:1', { status: 'check_failed', reason: 'timeout' }, at)).toBe(
      conversation,
    );
    expect(afterCheck(conversation, 'a:3', { status: 'sold_out' }, at)).toBe(conversation);
    expect(afterCheck(conversation, 'a:3', { status: 'confirmed', offer: sampleOffer('a:3') }, at)).toBe(
      conversation,
    );
    const nothing = newConversation('en-US', 'USD', null);
    expect(afterCheck(nothing, 'a:1', { status: 'confirmed', offer: one }, at)).toBe(nothing);
  });
});

describe('offers as the traveller was told of them', () => {
  const dearer = { ...one, total: { minor: 50_000, currency: 'USD' } };
  const changed = afterCheck(
    conversation,
    'a:1',
    { status: 'price_changed', offer: dearer, changes: [] },
    at,
  );
  const gone = afterCheck(changed, 'a:2', { status: 'sold_out' }, at);

  it('are those of an older answer with what was said since', () => {
    expect(asTold([one, two], changed)).toEqual([dearer, two]);
    expect(asTold([one, two], gone)).toEqual([dearer]);
  });

  it('have the flights and conditions that were told, where those were news', () => {
    const fare = { ...one.fare, checkedBags: 0 };
    const legs = [{ ...one.legs[0], durationMinutes: 500 }] as const;
    const checked = compareSold({ ...one, fare: { ...one.fare, checkedBags: 1 } }, { ...one, fare, legs });
    expect(asTold([one], afterCheck(conversation, 'a:1', checked, at))).toEqual([{ ...one, fare, legs }]);
  });

  it('are those of a newer answer as it is', () => {
    const newer = [one, two].map((offer) => ({ ...offer, observedAt: '2027-01-01T13:00:01Z' }));
    expect(asTold(newer, gone)).toBe(newer);
  });

  it('are the same list where nothing was said, or nothing of them', () => {
    const list = [one, two];
    expect(asTold(list, conversation)).toBe(list);
    const confirmed = afterCheck(conversation, 'a:1', { status: 'confirmed', offer: one }, at);
    expect(asTold(list, confirmed)).toBe(list);
    expect(asTold([two], changed)).toEqual([two]);
  });

  it('know what was said last of each, and not of more than some', () => {
    const back = afterCheck(changed, 'a:1', { status: 'price_changed', offer: one, changes: [] }, at);
    expect(back.told).toEqual([{ id: 'a:1', at, now: { total: one.total, perTraveller: null } }]);
    const ids = Array.from({ length: 10 }, (_, index) => `a:${index}`);
    const many = ids.reduce(
      (state, id) =>
        afterCheck(
          { ...state, held: { ...conversation.held!, offers: [sampleOffer(id)] } },
          id,
          { status: 'sold_out' },
          at,
        ),
      conversation,
    );
    expect(many.told?.map(({ id }) => id)).toEqual(ids.toReversed().slice(0, 8));
  });
});
