import { z } from 'zod';
import { Notice } from './chat.ts';
import { CurrencyCode, Money } from './money.ts';
import { AirportCode } from './place.ts';
import { queryNumber } from './query-number.ts';
import { RequestedCurrency } from './requested-currency.ts';
import { isWithinYears, yearBounds } from './requested-trip.ts';
import { IsoDate } from './trip.ts';

export const CalendarQuery = z
  .object({
    origin: AirportCode,
    destination: AirportCode,
    month: z
      .string()
      .regex(/^\d{4}-(?:0[1-9]|1[0-2])$/, 'a month such as 2026-12')
      .refine(isWithinYears, yearBounds),
    return_after: queryNumber(0, 60).optional(),
    currency: RequestedCurrency.optional(),
    adults: queryNumber(1, 9).default(1).meta({ default: 1 }),
  })
  .refine(({ origin, destination }) => origin !== destination, {
    path: ['destination'],
    message: 'is the same as the origin',
  });
export type CalendarQuery = z.infer<typeof CalendarQuery>;

export const CalendarAnswer = z
  .object({
    origin: AirportCode,
    destination: AirportCode,
    return_after: z.int().nullable().describe('Nights until the way back; null for one way.'),
    currency: CurrencyCode,
    observed_at: z.iso.datetime({ offset: true }),
    demo: z.boolean(),
    days: z
      .array(
        z.object({
          date: IsoDate.describe('The day of departure.'),
          price: Money.nullable().describe(
            'The cheapest for the party; null where it is not known, which is not the same as no flights.',
          ),
        }),
      )
      .describe('Every day of the month.'),
    notices: z
      .array(Notice)
      .default([])
      .describe(
        'Why prices may be missing: a source that failed or has not answered yet, a budget that is spent.',
      ),
  })
  .meta({ id: 'CalendarAnswer' });
export type CalendarAnswer = z.infer<typeof CalendarAnswer>;
