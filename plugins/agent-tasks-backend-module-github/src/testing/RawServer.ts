import { createServer, Server, Socket } from 'node:net';
import { AddressInfo } from 'node:net';

/** A server below HTTP: answers what it is told, byte by byte, or does what no HTTP server would. */
export class RawServer {
  /** Requests whose first bytes arrived. */
  requests = 0;

  readonly #server: Server;
  readonly #sockets = new Set<Socket>();

  constructor(onRequest: (socket: Socket) => void) {
    this.#server = createServer(socket => {
      this.#sockets.add(socket);
      socket.on('error', () => socket.destroy());
      socket.on('data', () => {
        this.requests += 1;
        onRequest(socket);
      });
    });
  }

  /** Where it listens; once closed, nobody does. */
  async listen(): Promise<string> {
    await new Promise<void>(resolve => {
      this.#server.listen(0, '127.0.0.1', resolve);
    });
    const { port } = this.#server.address() as AddressInfo;
    return `http://127.0.0.1:${port}`;
  }

  async close(): Promise<void> {
    for (const socket of this.#sockets) socket.destroy();
    await new Promise(resolve => this.#server.close(resolve));
  }
}
