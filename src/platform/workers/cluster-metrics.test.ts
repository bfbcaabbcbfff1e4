import cluster from 'node:cluster';
import { EventEmitter } from 'node:events';
import { expect, it } from 'vitest';
import { answerClusterMetrics } from './cluster-metrics.ts';

/** A worker as the primary sees it: without a listener of the caller's, what cannot be sent is an event, as it is with Node's own. */
class SeenWorker extends EventEmitter {
  readonly told: unknown[] = [];
  readonly #connected: boolean;
  constructor(connected: boolean) {
    super();
    this.#connected = connected;
  }
  isConnected() {
    return this.#connected;
  }
  send(message: unknown, heard?: (error: Error | null) => void) {
    if (this.#connected) this.told.push(message);
    else if (heard) heard(new Error('Channel closed'));
    else this.emit('error', new Error('Channel closed'));
  }
}

const settle = () => new Promise<void>((resolve) => setImmediate(resolve));

it('the numbers of all workers are told to the one that asked, unless it is gone', async () => {
  const unheard: unknown[] = [];
  const listen = (error: unknown) => unheard.push(error);
  process.on('unhandledRejection', listen);
  using _answering = answerClusterMetrics();
  const [living, dead] = [new SeenWorker(true), new SeenWorker(false)];
  for (const worker of [dead, living])
    cluster.emit('message', worker, { type: 'windrose:metrics?', id: 7 }, undefined);
  await settle();
  await settle();
  process.off('unhandledRejection', listen);
  expect(living.told).toMatchObject([{ type: 'windrose:metrics!', id: 7 }]);
  expect(unheard).toEqual([]);
});
