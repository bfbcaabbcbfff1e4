import { z } from 'zod';

const LocalDateTime = z.string().regex(/^\d{4}-\d\d-\d\dT\d\d:\d\d/);

const Airport = z.object({
  iata_code: z.string().regex(/^[A-Z]{3}$/),
  time_zone: z.string().nullish(),
});

const Carrier = z.object({ iata_code: z.string().nullish() });

const Condition = z.object({ allowed: z.boolean().nullish() }).nullish();

const Conditions = z
  .object({ refund_before_departure: Condition, change_before_departure: Condition })
  .nullish();

const Baggage = z.object({ type: z.string(), quantity: z.int() });

/** Only what is read of an offer; everything else passes by. */
export const DuffelOffer = z.object({
  id: z.string().min(1),
  owner: Carrier,
  total_amount: z.string(),
  total_currency: z.string(),
  total_emissions_kg: z.union([z.string(), z.number()]).nullish(),
  expires_at: z.iso.datetime({ offset: true }).nullish(),
  conditions: Conditions,
  passengers: z.array(z.object({ id: z.string().optional(), type: z.string().nullish() })).min(1),
  slices: z
    .array(
      z.object({
        fare_brand_name: z.string().nullish(),
        segments: z
          .array(
            z.object({
              origin: Airport,
              destination: Airport,
              departing_at: LocalDateTime,
              arriving_at: LocalDateTime,
              duration: z.string().nullish(),
              marketing_carrier: Carrier,
              marketing_carrier_flight_number: z.string().nullish(),
              operating_carrier: Carrier.nullish(),
              aircraft: z.object({ iata_code: z.string().nullish() }).nullish(),
              stops: z.array(z.unknown()).nullish(),
              passengers: z
                .array(
                  z.object({
                    cabin_class: z.string().nullish(),
                    baggages: z.array(Baggage).nullish(),
                  }),
                )
                .nullish(),
            }),
          )
          .min(1),
      }),
    )
    .min(1),
});
export type DuffelOffer = z.infer<typeof DuffelOffer>;

/** Who flies on each segment, which is read only where somebody has no seat. */
export const DuffelSeating = z.object({
  slices: z.array(
    z.object({
      segments: z.array(
        z.object({ passengers: z.array(z.object({ passenger_id: z.string().nullish() })).nullish() }),
      ),
    }),
  ),
});

/** A batch offer request: created without offers, then read until no batch remains. */
export const DuffelBatch = z.object({
  data: z.object({
    id: z.string().min(1),
    remaining_batches: z.int().min(0),
    offers: z.array(z.unknown()).nullish(),
  }),
});

export const DuffelOfferReply = z.object({ data: z.unknown() });

export const DuffelErrors = z.object({
  errors: z
    .array(
      z.object({ type: z.string().optional(), code: z.string().optional(), title: z.string().optional() }),
    )
    .min(1),
});
