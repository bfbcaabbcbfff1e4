import { z } from 'zod';

/** A date and time on a wall clock, without zone or offset. */
export const LocalDateTime = z.iso
  .datetime({ local: true })
  .regex(
    /T\d\d:\d\d(?::\d\d(?:\.\d{1,9})?)?$/,
    'a local date and time without a zone, such as 2026-12-04T10:00',
  );
