import { z } from 'zod';
import { SessionId } from './chat.ts';
import { Trip } from './trip.ts';

export const SessionAnswer = z
  .object({
    session_id: SessionId,
    transcript: z.array(
      z.object({
        role: z.enum(['traveller', 'agent']),
        text: z.string(),
        at: z.iso.datetime({ offset: true }),
      }),
    ),
    trip: Trip.nullable(),
  })
  .meta({ id: 'SessionAnswer' });
export type SessionAnswer = z.infer<typeof SessionAnswer>;
