import { z } from 'zod';

export const HealthAnswer = z
  .object({
    status: z.enum(['healthy', 'unhealthy']),
    checks: z.record(z.string(), z.boolean()),
    details: z.record(z.string(), z.string()),
    timestamp: z.iso.datetime({ offset: true }),
  })
  .meta({ id: 'HealthAnswer' });
export type HealthAnswer = z.infer<typeof HealthAnswer>;
