import { expect } from 'vitest';
import { z } from 'zod';
import { cabins } from '../domain/cabin.ts';
import type { Offer } from '../domain/offer.ts';

const Airport = z.string().regex(/^[A-Z]{3}$/);
const Carrier = z.string().regex(/^[A-Z0-9]{2}$/);
const Money = z.strictObject({ minor: z.int().positive(), currency: z.string().regex(/^[A-Z]{3}$/) });
const ZonedMinute = z.strictObject({
  epochMinutes: z.int(),
  offsetMinutes: z
    .int()
    .min(-12 * 60)
    .max(14 * 60),
});
const Pieces = z.int().min(0).max(9).nullable();

const Segment = z.strictObject({
  carrier: Carrier,
  number: z.string().regex(/^[1-9]\d{0,3}[A-Z]?$/),
  operatedBy: Carrier.nullable(),
  origin: Airport,
  destination: Airport,
  departsAt: ZonedMinute,
  arrivesAt: ZonedMinute,
  durationMinutes: z.int().positive(),
  aircraft: z
    .string()
    .regex(/^[A-Z0-9]{3}$/)
    .nullable(),
  cabin: z.enum(cabins).nullable(),
  technicalStops: z.int().positive().optional(),
});

/** An offer as domain/offer.ts has it: every field there, what is not known null and not missing, empty or NaN. */
const OfferShape = z.strictObject({
  id: z.string().regex(/^\w+:.+$/),
  provider: z.string().min(1),
  carrier: Carrier,
  legs: z
    .array(z.strictObject({ segments: z.array(Segment).min(1).max(4), durationMinutes: z.int().positive() }))
    .min(1),
  total: Money,
  perTraveller: Money.nullable(),
  fare: z.strictObject({
    brand: z.string().min(1).nullable(),
    cabin: z.enum(cabins).nullable(),
    refundable: z.boolean().nullable(),
    changeable: z.boolean().nullable(),
    carryOnBags: Pieces,
    checkedBags: Pieces,
    extraBagPrice: Money.nullable(),
  }),
  co2Kg: z.number().positive().nullable(),
  seatsLeft: z.int().min(1).max(9).nullable(),
  separateTickets: z.boolean(),
  observedAt: z.iso.datetime(),
  expiresAt: z.iso.datetime().nullable(),
  booking: z.strictObject({ kind: z.enum(['order', 'link', 'none']), url: z.url().nullable() }),
  demo: z.boolean(),
  reference: z.strictObject({ value: z.unknown() }),
});

/** Fails with the path of what is wrong with the offer. */
export function expectOfferShape(offer: Offer, provider: string): void {
  // A conversation is kept as JSON: what the source needs to know the offer again must survive it.
  const kept = JSON.parse(JSON.stringify(offer)) as Offer;
  const read = OfferShape.safeParse(kept);
  expect(read.error?.issues ?? []).toEqual([]);
  expect(offer.provider).toBe(provider);
  expect(offer.id.startsWith(`${provider}:`)).toBe(true);
  expect(offer.demo).toBe(provider === 'demo');
  expect({ ...offer, reference: { value: offer.reference.value } }).toEqual(kept);
  if (offer.expiresAt !== null)
    expect(Date.parse(offer.expiresAt)).toBeGreaterThan(Date.parse(offer.observedAt));
}
