import { z } from 'zod';

const Amount = z.string();
const LocalDateTime = z.string().regex(/^\d{4}-\d\d-\d\dT\d\d:\d\d/);
const IataCode = z.string().regex(/^[A-Z]{3}$/);

/** Only what is read of a flight offer; everything else passes by. */
export const AmadeusOffer = z.object({
  numberOfBookableSeats: z.int().optional(),
  itineraries: z
    .array(
      z.object({
        duration: z.string().optional(),
        segments: z
          .array(
            z.object({
              id: z.string(),
              departure: z.object({ iataCode: IataCode, at: LocalDateTime }),
              arrival: z.object({ iataCode: IataCode, at: LocalDateTime }),
              carrierCode: z.string().regex(/^[A-Z0-9]{2}$/),
              number: z.string().regex(/^\d{1,4}[A-Z]?$/),
              aircraft: z.object({ code: z.string().optional() }).optional(),
              operating: z.object({ carrierCode: z.string().optional() }).optional(),
              numberOfStops: z.int().optional(),
              duration: z.string().optional(),
              co2Emissions: z
                .array(z.object({ weight: z.coerce.number(), weightUnit: z.string().optional() }))
                .optional(),
            }),
          )
          .min(1),
      }),
    )
    .min(1),
  price: z.object({ currency: z.string(), grandTotal: Amount.optional(), total: Amount.optional() }),
  pricingOptions: z.object({ refundableFare: z.boolean().optional() }).optional(),
  validatingAirlineCodes: z.array(z.string()).optional(),
  travelerPricings: z
    .array(
      z.object({
        travelerType: z.string(),
        price: z.object({ currency: z.string().optional(), total: Amount.optional() }).optional(),
        fareDetailsBySegment: z.array(
          z.object({
            segmentId: z.string(),
            cabin: z.string().optional(),
            fareBasis: z.string().optional(),
            brandedFare: z.string().optional(),
            brandedFareLabel: z.string().optional(),
            includedCheckedBags: z
              .object({ quantity: z.int().optional(), weight: z.number().optional() })
              .optional(),
            includedCabinBags: z
              .object({ quantity: z.int().optional(), weight: z.number().optional() })
              .optional(),
            amenities: z.array(z.object({ description: z.string() })).optional(),
          }),
        ),
      }),
    )
    .min(1),
});
/** As it comes: nothing is converted by checking it. */
export type AmadeusOffer = z.input<typeof AmadeusOffer>;

/** The envelope of a search; offers are read one by one so that a malformed one costs only itself. */
export const AmadeusSearchReply = z.object({ data: z.array(z.unknown()) });

export const AmadeusPriceReply = z.object({ data: z.object({ flightOffers: z.array(z.unknown()).min(1) }) });

export const AmadeusToken = z.object({
  access_token: z.string().min(1),
  /** Seconds. */
  expires_in: z.number().positive(),
});

const code = z.union([z.number(), z.string()]).transform(Number);
const told = { code: code.optional(), title: z.string().optional(), detail: z.string().optional() };

/** Both shapes of an error: the API's list and OAuth's single object. */
export const AmadeusErrors = z.union([
  z.object({ errors: z.array(z.object(told)).min(1) }),
  z.object({ ...told, error: z.string() }).transform((error) => ({ errors: [error] })),
]);
