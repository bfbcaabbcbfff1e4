import type { HealthAnswer } from '../contract/health.ts';

/** One part's word on itself: works or not, and how. */
export interface HealthCheck {
  readonly name: string;
  readonly check: (signal: AbortSignal) => Promise<{ ok: boolean; detail: string }>;
}

export interface Health {
  check(): Promise<HealthAnswer>;
}

/** No check may take longer. */
const longestMs = 1000;

/** Asks every part at once, each for at most a second. */
export function createHealth(checks: readonly HealthCheck[], now: () => Temporal.Instant): Health {
  const ask = async ({ name, check }: HealthCheck) => {
    const signal = AbortSignal.timeout(longestMs);
    const late = Promise.withResolvers<{ ok: boolean; detail: string }>();
    signal.addEventListener('abort', () => late.resolve({ ok: false, detail: 'no answer within a second' }), {
      once: true,
    });
    const answer = check(signal).catch(() => ({ ok: false, detail: 'failed' }));
    return [name, await Promise.race([answer, late.promise])] as const;
  };
  return {
    async check() {
      const answers = await Promise.all(checks.map(ask));
      return {
        status: answers.every(([, { ok }]) => ok) ? 'healthy' : 'unhealthy',
        checks: Object.fromEntries(answers.map(([name, { ok }]) => [name, ok])),
        details: Object.fromEntries(answers.map(([name, { detail }]) => [name, detail])),
        timestamp: now().toString(),
      };
    },
  };
}
