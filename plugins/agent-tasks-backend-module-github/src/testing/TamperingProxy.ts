import {
  createServer,
  IncomingMessage,
  request,
  Server,
  ServerResponse,
} from 'node:http';
import { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';

/** A request as it arrived, before anything was made of it. */
export interface SeenRequest {
  method: string;
  path: string;
  headers: IncomingMessage['headers'];
  body: string;
}

/** An answer given in place of the real one. */
export interface MadeUpAnswer {
  status: number;
  headers?: Record<string, string>;
  body?: string;
}

/**
 * Stands between the provider and the simulator: sees every request as it left the provider, and
 * can answer what GitHub's contract forbids a simulator to say.
 */
export class TamperingProxy {
  readonly seen: SeenRequest[] = [];
  /** Answers in place of the simulator, when it gives something. */
  answer: (request: SeenRequest) => MadeUpAnswer | undefined = () => undefined;
  /** Changes the text of an answer. */
  rewrite: (body: string) => string = body => body;

  readonly #server: Server;
  #upstream = '';

  constructor() {
    this.#server = createServer((req, res) => {
      this.#pass(req, res).catch(() => res.socket?.resetAndDestroy());
    });
  }

  get url(): string {
    const { port } = this.#server.address() as AddressInfo;
    return `http://127.0.0.1:${port}`;
  }

  async listen(upstream: string): Promise<void> {
    this.#upstream = upstream;
    await new Promise<void>(resolve => {
      this.#server.listen(0, '127.0.0.1', resolve);
    });
  }

  async close(): Promise<void> {
    const closed = new Promise(resolve => this.#server.close(resolve));
    this.#server.closeAllConnections();
    await closed;
  }

  async #pass(req: IncomingMessage, res: ServerResponse): Promise<void> {
    const { method = '', url = '', headers } = req;
    const body = await text(req);
    const seen = { method, path: url, headers, body };
    this.seen.push(seen);

    const madeUp = this.answer(seen);
    if (madeUp) {
      res.writeHead(madeUp.status, madeUp.headers).end(madeUp.body);
      return;
    }
    const answer = await this.#forward(seen, res);
    const original = await text(answer);
    const { 'content-length': _, ...rest } = answer.headers;
    res.writeHead(answer.statusCode ?? 0, rest).end(this.rewrite(original));
  }

  #forward(
    { method, path, headers, body }: SeenRequest,
    res: ServerResponse,
  ): Promise<IncomingMessage> {
    return new Promise((resolve, reject) => {
      const onward = request(
        new URL(path, this.#upstream),
        { method, headers, agent: false },
        resolve,
      );
      onward.on('error', reject);
      // A provider that has given up must not leave its request waiting at the simulator.
      res.on('close', () => onward.destroy());
      onward.end(body);
    });
  }
}
