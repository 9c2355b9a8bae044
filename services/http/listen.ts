import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';

/**
 * Has a server listen.
 * @returns where it does, as "http://host:port"; every interface is called localhost
 * @throws what the system says, for instance that the port is taken
 */
export async function listen(server: Server, { HOST, PORT }: { HOST: string; PORT: number }): Promise<string> {
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(PORT, HOST, () => {
      server.off('error', reject);
      resolve();
    });
  });
  const { port } = server.address() as AddressInfo;
  const host = HOST === '0.0.0.0' || HOST === '::' ? 'localhost' : HOST.includes(':') ? `[${HOST}]` : HOST;
  return new URL(`http://${host}:${port}`).origin;
}
