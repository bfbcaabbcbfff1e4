import { request } from 'undici';

export interface StreamedEvent {
  readonly event: string;
  readonly data: unknown;
  /** Since the request was sent. */
  readonly atMs: number;
}

/** One turn as server-sent events, each with the time of its arrival. */
export async function streamTurn(url: string, body: object): Promise<StreamedEvent[]> {
  const startedAt = performance.now();
  const response = await request(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json', accept: 'text/event-stream' },
    body: JSON.stringify(body),
  });
  response.body.setEncoding('utf8');
  const events: StreamedEvent[] = [];
  let rest = '';
  for await (const chunk of response.body as AsyncIterable<string>) {
    const atMs = performance.now() - startedAt;
    const blocks = (rest + chunk).split('\n\n');
    rest = blocks.pop() ?? '';
    for (const block of blocks) {
      const event = /^event: (.*)$/m.exec(block)?.[1];
      const data = /^data: (.*)$/m.exec(block)?.[1];
      if (event && data) events.push({ event, data: JSON.parse(data), atMs });
    }
  }
  return events;
}
