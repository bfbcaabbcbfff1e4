import { describe, expect, it } from 'vitest';
import { readEvents } from './read-events.ts';

/** A body that arrives in exactly these pieces. */
const arriving = (pieces: readonly Uint8Array[]): ReadableStream<Uint8Array> =>
  new ReadableStream({
    start(controller) {
      for (const piece of pieces) controller.enqueue(piece);
      controller.close();
    },
  });
const text =
  'event: text-delta\ndata: {"text":"Zürich – São Paulo"}\n\n: still here\n\nevent: turn-end\ndata: {"n":1}\n\n';

describe('server-sent events', () => {
  it('are the same wherever the network cuts them, within a letter too', async () => {
    const bytes = new TextEncoder().encode(text);
    for (let cut = 0; cut <= bytes.length; cut += 1) {
      const events = [];
      for await (const event of readEvents(arriving([bytes.slice(0, cut), bytes.slice(cut)])))
        events.push(event);
      expect(events).toEqual([
        { event: 'text-delta', data: { text: 'Zürich – São Paulo' } },
        { event: 'turn-end', data: { n: 1 } },
      ]);
    }
  });
});
