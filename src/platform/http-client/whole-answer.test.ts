import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { createServer as createHttp2Server } from 'node:http2';
import type { AddressInfo, Server } from 'node:net';
import { Client } from 'undici';
import { afterEach, describe, expect, it } from 'vitest';
import { wholeAnswer } from './whole-answer.ts';

const bodyLength = 9000;
const letters = ['a', 'b', 'c', 'd', 'e', 'f'];

function answer({ url }: Pick<IncomingMessage, 'url'>, response: Pick<ServerResponse, 'end'>): void {
  response.end((url ?? '').slice(1).repeat(bodyLength));
}

let stack = new AsyncDisposableStack();
afterEach(async () => {
  await stack.disposeAsync();
  stack = new AsyncDisposableStack();
});

/** Its types leave out HTTP/2 without TLS. */
type Options = Client.Options & { readonly useH2c?: boolean };

async function clientOf(server: Server, options: Options): Promise<Client> {
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const client = new Client(`http://127.0.0.1:${(server.address() as AddressInfo).port}`, options);
  stack.defer(async () => {
    await client.destroy();
    server.close();
  });
  return client;
}

const ask = (client: Client, letter: string) =>
  wholeAnswer(
    client,
    { method: 'GET', path: `/${letter}` },
    { signal: AbortSignal.timeout(10_000), mostBytes: 100_000 },
  );

const textOf = (body: Uint8Array): string => Buffer.from(body).toString();

describe('the body of an answer', () => {
  it('stays where it came in one piece behind its head', async () => {
    const client = await clientOf(createServer(answer), {});
    const { body } = await ask(client, 'a');
    expect(textOf(body)).toBe('a'.repeat(bodyLength));
    expect(body.byteOffset).toBeGreaterThan(0);
  });

  it('has memory of its own where several answers come in the same', async () => {
    const server = createHttp2Server((request, response) => {
      response.end(request.url.slice(1).repeat(bodyLength));
    });
    const client = await clientOf(server, { useH2c: true, pipelining: letters.length });
    const answers = await Promise.all(letters.map((letter) => ask(client, letter)));
    // Whoever reads the first takes its memory away.
    const [first] = answers;
    structuredClone(null, { transfer: [first?.body.buffer ?? new ArrayBuffer()] });
    expect(answers.map(({ body }) => body.length)).toEqual([0, ...letters.slice(1).map(() => bodyLength)]);
    expect(answers.slice(1).map(({ body }) => textOf(body))).toEqual(
      letters.slice(1).map((letter) => letter.repeat(bodyLength)),
    );
    expect(new Set(answers.map(({ body }) => body.buffer)).size).toBe(letters.length);
  });
});
