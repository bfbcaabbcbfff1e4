import type { HealthCheck } from '../platform/health.ts';
import type { Source } from '../search/source.ts';
import type { Tools } from '../tools/tools.ts';
import type { SourceHealth } from './source-health.ts';

/** Whether a source can be reached with the key it was given. */
export const probeOf = (source: Source): HealthCheck => ({
  name: source.id,
  turnsNeedIt: false,
  async check(signal) {
    try {
      return { ok: true, detail: (await source.probe(signal)) ? 'reached' : 'embedded' };
    } catch (error) {
      return { ok: false, detail: error instanceof Error ? error.message : 'failed' };
    }
  },
});

/** The parts that the health answer names beside the stores: every source that is asked over the network, Amadeus also where it is not configured. */
export function healthChecks(sources: readonly Source[], health: SourceHealth, tools: Tools): HealthCheck[] {
  const fixed = (name: string, detail: string): HealthCheck => ({
    name,
    turnsNeedIt: false,
    check: async () => ({ ok: true, detail }),
  });
  return [
    ...(sources.some(({ id }) => id === 'amadeus') ? [] : [fixed('amadeus_api', 'not_configured')]),
    ...sources.filter(({ paid }) => paid).map((source) => health.check(source)),
    {
      name: 'nlp_engine',
      turnsNeedIt: true,
      async check() {
        const { trip } = tools.understand({ message: 'Boston to Lisbon', asked: [] });
        const ok = trip.legs[0]?.destination?.code === 'LIS';
        return { ok, detail: ok ? 'rules' : 'misreads' };
      },
    },
  ];
}
