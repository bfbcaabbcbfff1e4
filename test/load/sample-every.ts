/** Takes a reading at once and then at every interval, with the seconds since the first, until it is disposed. */
export function sampleEvery(intervalMs: number, take: (atSeconds: number) => unknown): Disposable {
  const startedAt = performance.now();
  take(0);
  const timer = setInterval(() => take((performance.now() - startedAt) / 1000), intervalMs);
  return { [Symbol.dispose]: () => clearInterval(timer) };
}
