import { once } from 'node:events';
import { AddressInfo, connect, createServer, Server, Socket } from 'node:net';

/** The network between the portal and GitHub. Cut, it refuses connections, as a dead host does. */
export class Line {
  readonly #target: URL;
  readonly #sockets = new Set<Socket>();
  #server: Server;
  readonly #port: number;

  private constructor(target: URL, server: Server) {
    this.#target = target;
    this.#server = server;
    this.#port = (server.address() as AddressInfo).port;
    server.on('connection', socket => this.#join(socket));
  }

  static async to(url: string): Promise<Line> {
    return new Line(new URL(url), await listen(0));
  }

  get url(): string {
    return `http://127.0.0.1:${this.#port}`;
  }

  async cut(): Promise<void> {
    const closed = once(this.#server, 'close');
    this.#server.close();
    this.#sockets.forEach(socket => socket.destroy());
    await closed;
  }

  async mend(): Promise<void> {
    this.#server = await listen(this.#port);
    this.#server.on('connection', socket => this.#join(socket));
  }

  #join(near: Socket): void {
    const far = connect(Number(this.#target.port), this.#target.hostname);
    const ends: [Socket, Socket][] = [
      [near, far],
      [far, near],
    ];
    for (const [from, to] of ends) {
      this.#sockets.add(from);
      from.pipe(to);
      // Whatever breaks one side breaks the other, a reset as a reset.
      from.on('error', () => to.resetAndDestroy());
      from.on('close', () => {
        this.#sockets.delete(from);
        // What it said before its end still arrives.
        if (!from.readableEnded) to.destroy();
      });
    }
  }
}

async function listen(port: number): Promise<Server> {
  const server = createServer().listen(port, '127.0.0.1');
  await once(server, 'listening');
  return server;
}
