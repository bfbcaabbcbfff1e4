import { z } from 'zod';

export const CurrencyCode = z.string().regex(/^[A-Z]{3}$/, 'an ISO 4217 code such as EUR');

export const Money = z
  .object({
    amount: z.string().regex(/^-?\d{1,12}(\.\d+)?$/, 'a decimal string such as 412.30'),
    currency: CurrencyCode,
  })
  .meta({ id: 'Money' });
export type Money = z.infer<typeof Money>;
