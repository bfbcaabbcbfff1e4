import { once } from 'node:events';
import { createServer, type AddressInfo } from 'node:net';

/**
 * The port that workers are to share, chosen where it is 0. Throws where another program listens there, another Windrose included: sockets that
 * share a port do not notice each other, so this one, which does not share, looks before they do.
 */
export async function claimPort(host: string, port: number): Promise<number> {
  const server = createServer().listen({ host, port, exclusive: true });
  await once(server, 'listening');
  const { port: claimed } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return claimed;
}
