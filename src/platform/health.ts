import type { HealthAnswer } from '../contract/health.ts';

/** One part's word on itself: works or not, and how. */
export interface HealthCheck {
  readonly name: string;
  /** Without this part no turn can be taken; without any other, turns go on with less. */
  readonly turnsNeedIt: boolean;
  readonly check: (signal: AbortSignal) => Promise<{ ok: boolean; detail: string }>;
}

export interface HealthReport {
  /** Healthy where every part is. */
  readonly answer: HealthAnswer;
  /** Whether every part is well that turns need. */
  readonly takesTurns: boolean;
}

export interface Health {
  check(): Promise<HealthReport>;
}

export interface HealthParts {
  readonly checks: readonly HealthCheck[];
  readonly now: () => Temporal.Instant;
  readonly nowMs: () => number;
}

/** No check may take longer. */
const longestMs = 1000;
/** Whoever asks again within this time gets the same answer: anyone may ask, and a check writes and calls. */
const rememberedMs = 1000;

/** Asks every part at once, each for at most a second. */
export function createHealth({ checks, now, nowMs }: HealthParts): Health {
  let latest: { readonly report: Promise<HealthReport>; readonly askedAtMs: number } | undefined;

  const ask = async ({ name, turnsNeedIt, check }: HealthCheck) => {
    const signal = AbortSignal.timeout(longestMs);
    const late = Promise.withResolvers<{ ok: boolean; detail: string }>();
    signal.addEventListener('abort', () => late.resolve({ ok: false, detail: 'no answer within a second' }), {
      once: true,
    });
    const answer = check(signal).catch(() => ({ ok: false, detail: 'failed' }));
    return { name, turnsNeedIt, ...(await Promise.race([answer, late.promise])) };
  };

  async function askAll(): Promise<HealthReport> {
    const parts = await Promise.all(checks.map(ask));
    return {
      answer: {
        status: parts.every(({ ok }) => ok) ? 'healthy' : 'unhealthy',
        checks: Object.fromEntries(parts.map(({ name, ok }) => [name, ok])),
        details: Object.fromEntries(parts.map(({ name, detail }) => [name, detail])),
        timestamp: now().toString(),
      },
      takesTurns: parts.every(({ ok, turnsNeedIt }) => ok || !turnsNeedIt),
    };
  }

  return {
    check() {
      const askedAtMs = nowMs();
      if (!latest || askedAtMs - latest.askedAtMs >= rememberedMs) latest = { report: askAll(), askedAtMs };
      return latest.report;
    },
  };
}
