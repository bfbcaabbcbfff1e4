import { describe, expect, it } from 'vitest';
import { createLog } from '../platform/log.ts';
import { createMetrics } from '../platform/metrics.ts';
import { providerStatuses, type ProviderStatus } from '../search/report.ts';
import { searchObserver } from './observers.ts';

async function timedSearches(status: ProviderStatus): Promise<number> {
  const metrics = createMetrics({ poolsInUse: () => [], answersInReading: () => 0 });
  const observer = searchObserver(metrics, createLog('silent'));
  observer.providerAnswered({
    provider: 'slow',
    status,
    elapsedMs: 0,
    offers: 0,
    dropped: 0,
    cached: false,
    stale: false,
  });
  const { values } = await metrics.providerDuration.get();
  const count = values.find(({ metricName }) => metricName === 'provider_search_duration_seconds_count');
  return count?.value ?? 0;
}

describe('the time a source takes', () => {
  it('is that of searches it was asked for, not of those that the breaker or the budget refused', async () => {
    const timed = await Promise.all(providerStatuses.map(timedSearches));
    const untimed = providerStatuses.filter((_, index) => timed[index] === 0);
    expect(untimed.toSorted()).toEqual(['circuit_open', 'skipped']);
  });
});
