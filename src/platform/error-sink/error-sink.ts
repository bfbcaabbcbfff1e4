import { Pool } from 'undici';
import { toEnvelope, type ErrorContext } from './envelope.ts';

/** Tells an operator's error service about errors, beside the log. */
export interface ErrorSink extends AsyncDisposable {
  /** Never throws and never waits; what comes too fast or finds the queue full is left out. The same error is told once. */
  capture(error: unknown, context: ErrorContext): void;
}

export interface ErrorSinkParts {
  readonly envelopeUrl: string;
  readonly publicKey: string;
  readonly version: string;
  readonly now: () => Temporal.Instant;
  readonly nowMs: () => number;
  readonly newEventId: () => string;
  /** An error could not be delivered, or was left out. */
  readonly onLost: (why: 'too many' | 'not delivered') => void;
}

/** An outage breaks every turn in the same way: a few errors say it all. */
const mostPerSecond = 5;
const mostWaiting = 20;
const timeoutMs = 3000;

/** A sink for whoever has none. */
export const noErrorSink: ErrorSink = {
  capture: () => undefined,
  [Symbol.asyncDispose]: async () => undefined,
};

/** Sends to a service that speaks Sentry's protocol, one envelope at a time. Disposing waits for what is under way, for a bounded time. */
export function createErrorSink(parts: ErrorSinkParts): ErrorSink {
  const { envelopeUrl, publicKey, version, now, nowMs, newEventId, onLost } = parts;
  const { origin, pathname } = new URL(envelopeUrl);
  const pool = new Pool(origin, {
    connections: 1,
    connect: { timeout: timeoutMs },
    headersTimeout: timeoutMs,
    bodyTimeout: timeoutMs,
  });
  const stopping = new AbortController();
  const told = new WeakSet();
  const waiting: string[] = [];
  let sending: Promise<void> | undefined;
  let allowance = mostPerSecond;
  let allowedAtMs = nowMs();
  let silentUntilMs = 0;

  const headers = {
    'content-type': 'application/x-sentry-envelope',
    'x-sentry-auth': `Sentry sentry_version=7, sentry_client=windrose/${version}, sentry_key=${publicKey}`,
  };

  function mayTell(): boolean {
    const atMs = nowMs();
    allowance = Math.min(mostPerSecond, allowance + ((atMs - allowedAtMs) / 1000) * mostPerSecond);
    allowedAtMs = atMs;
    if (allowance < 1 || waiting.length >= mostWaiting || atMs < silentUntilMs) return false;
    allowance -= 1;
    return true;
  }

  async function send(body: string): Promise<void> {
    try {
      const signal = AbortSignal.any([stopping.signal, AbortSignal.timeout(timeoutMs)]);
      const answer = await pool.request({ method: 'POST', path: pathname, headers, body, signal });
      await answer.body.dump();
      if (answer.statusCode === 429)
        silentUntilMs = nowMs() + secondsOf(answer.headers['retry-after']) * 1000;
      if (answer.statusCode >= 300) onLost('not delivered');
    } catch {
      onLost('not delivered');
    }
  }

  async function sendAll(): Promise<void> {
    for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) await send(next);
    sending = undefined;
  }

  return {
    capture(error, context) {
      if (error instanceof Error) {
        if (told.has(error)) return;
        told.add(error);
      }
      if (!mayTell()) {
        onLost('too many');
        return;
      }
      const envelope = { eventId: newEventId(), at: now(), release: `windrose@${version}` };
      waiting.push(toEnvelope(error, context, envelope));
      sending ??= sendAll();
    },
    async [Symbol.asyncDispose]() {
      const giveUp = setTimeout(() => stopping.abort(), timeoutMs);
      await sending;
      clearTimeout(giveUp);
      await pool.destroy();
    },
  };
}

/** How long a service that is asked too much wants to be left alone; a minute where it does not say. */
function secondsOf(retryAfter: string | string[] | undefined): number {
  const seconds = Number(retryAfter);
  return Number.isFinite(seconds) && seconds > 0 ? Math.min(seconds, 3600) : 60;
}
