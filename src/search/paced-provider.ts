import type { Provider } from './provider.ts';

/** Takes one of the starts that all processes together have; tells how long to wait where there is none left. */
export type TakeStart = () => Promise<{ readonly allowed: boolean; readonly retryAfterMs: number }>;

/** A provider whose searches start no faster than all processes together may. Where the counting fails the limits of this process stand alone. */
export function pacedProvider(
  provider: Provider,
  take: TakeStart,
  delay: (forMs: number, signal: AbortSignal) => Promise<unknown>,
): Provider {
  return {
    ...provider,
    async *search(request, context) {
      for (;;) {
        const { allowed, retryAfterMs } = await take().catch(() => ({ allowed: true, retryAfterMs: 0 }));
        if (allowed) break;
        await delay(retryAfterMs, context.signal);
      }
      yield* provider.search(request, context);
    },
  };
}
