import { z } from 'zod';

/** A whole number in a query. Written in digits: what is left empty would otherwise be taken for 0, as JavaScript has it. */
export const queryNumber = (least: number, most: number) =>
  z
    .preprocess(
      (given) => (typeof given === 'string' && /^\d+$/.test(given) ? Number(given) : given),
      z.int('a whole number').min(least).max(most),
    )
    .meta({ type: 'integer', minimum: least, maximum: most });
