import cluster, { type Worker } from 'node:cluster';
import { AggregatorRegistry, type Registry } from 'prom-client';

const question = 'windrose:metrics?';
const answer = 'windrose:metrics!';
interface Answer {
  readonly type: typeof answer;
  readonly id: number;
  readonly text: string | null;
}

/** The primary's part, until it is disposed of: collects the numbers of all workers for the one that was asked. */
export function answerClusterMetrics(): Disposable {
  const aggregator = new AggregatorRegistry();
  const onMessage = (worker: Worker, message: { type?: string; id?: number }) => {
    if (message.type !== question) return;
    // The worker may have died while the others were asked: then nobody waits for the answer.
    const tell = (text: string | null) => {
      if (worker.isConnected()) worker.send({ type: answer, id: message.id, text }, () => undefined);
    };
    aggregator.clusterMetrics().then(tell, () => tell(null));
  };
  cluster.on('message', onMessage);
  return { [Symbol.dispose]: () => cluster.off('message', onMessage) };
}

const waiting = new Map<number, (text: string | null) => void>();
let asked = 0;
/** A primary that is busy restarting must not hold the scrape. */
const longestMs = 2000;

/** The numbers of all workers where this process is one of several; its own otherwise, and where the others cannot be asked. */
export function shareMetrics(registry: Registry): () => Promise<string> {
  if (!cluster.isWorker) return () => registry.metrics();
  // Its constructor begins to answer the primary.
  new AggregatorRegistry();
  AggregatorRegistry.setRegistries([registry]);
  process.on('message', (message: Partial<Answer>) => {
    if (message.type === answer) waiting.get(message.id ?? -1)?.(message.text ?? null);
  });
  return async () => {
    asked += 1;
    const id = asked;
    const { promise, resolve } = Promise.withResolvers<string | null>();
    waiting.set(id, resolve);
    const timer = setTimeout(() => resolve(null), longestMs);
    process.send?.({ type: question, id });
    const text = await promise;
    clearTimeout(timer);
    waiting.delete(id);
    return text ?? registry.metrics();
  };
}
