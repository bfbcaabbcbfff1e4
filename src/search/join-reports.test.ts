import { expect, it } from 'vitest';
import { joinReports, type RequestReport } from './join-reports.ts';
import type { ProviderStatus } from './report.ts';
import { sampleRequest } from './samples.ts';

const on = (day: string, status: ProviderStatus | null, offers = 0): RequestReport => ({
  request: sampleRequest(`2027-03-${day}`),
  offers: Array.from({ length: offers }),
  status,
  elapsedMs: 10,
  cached: false,
  stale: false,
  dropped: 0,
});

it('is “ok” only where every request was answered', () => {
  expect(joinReports('one', [on('04', 'ok', 2), on('05', 'no_offers')])).toMatchObject({
    status: 'ok',
    offers: 2,
    requests: 2,
    failedRequests: 0,
    missingDates: [],
  });
});

it.each([
  ['error', [on('04', 'ok', 2), on('05', 'error'), on('06', 'no_offers')]],
  ['error', [on('04', 'no_offers'), on('05', 'error')]],
  ['timeout', [on('04', 'ok', 2), on('05', null)]],
  ['skipped', [on('04', 'ok', 2), on('05', 'skipped')]],
  ['skipped', [on('04', 'no_offers'), on('05', 'skipped')]],
  ['rate_limited', [on('04', 'skipped'), on('05', 'rate_limited')]],
] as const)('is “%s” where that became of one of the requests', (status, answers) => {
  const report = joinReports('one', answers);
  expect(report.status).toBe(status);
  expect(report.failedRequests).toBeGreaterThan(0);
  expect(report.missingDates).toContain('2027-03-05');
});

it('misses no day of which something came, be it half an answer or that to another way back', () => {
  const answers = [on('07', 'error'), on('05', 'error', 1), on('06', 'error'), on('06', 'no_offers')];
  expect(joinReports('one', answers)).toMatchObject({
    requests: 4,
    failedRequests: 3,
    missingDates: ['2027-03-07'],
  });
});
