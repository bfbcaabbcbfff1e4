import { once } from 'node:events';

/** Reads from outside what a process started with `--inspect` holds. */
export interface LiveMemory extends Disposable {
  /** Objects and buffers that are in use, in bytes. Collects garbage first, which stops the process for a moment. */
  readonly read: () => Promise<number>;
}

interface Usage {
  readonly usedSize: number;
  readonly backingStorageSize: number;
}

interface Answer {
  readonly id?: number;
  readonly result?: unknown;
}

export async function openLiveMemory(inspectorPort: number): Promise<LiveMemory> {
  const response = await fetch(`http://127.0.0.1:${inspectorPort}/json/list`);
  const [target] = (await response.json()) as { webSocketDebuggerUrl: string }[];
  if (!target) throw new Error('there is nothing to inspect');
  const socket = new WebSocket(target.webSocketDebuggerUrl);
  await once(socket, 'open');
  const waiting = new Map<number, (result: unknown) => void>();
  socket.addEventListener('message', ({ data }) => {
    const { id, result } = JSON.parse(String(data)) as Answer;
    if (id !== undefined) waiting.get(id)?.(result);
  });
  let asked = 0;
  const ask = async (method: string): Promise<unknown> => {
    asked += 1;
    const id = asked;
    const { promise, resolve } = Promise.withResolvers<unknown>();
    waiting.set(id, resolve);
    socket.send(JSON.stringify({ id, method }));
    const result = await promise;
    waiting.delete(id);
    return result;
  };
  await ask('HeapProfiler.enable');
  return {
    async read() {
      await ask('HeapProfiler.collectGarbage');
      const { usedSize, backingStorageSize } = (await ask('Runtime.getHeapUsage')) as Usage;
      return usedSize + backingStorageSize;
    },
    [Symbol.dispose]: () => socket.close(),
  };
}
