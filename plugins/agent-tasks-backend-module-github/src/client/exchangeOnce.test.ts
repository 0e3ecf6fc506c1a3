import { Socket } from 'node:net';
import { OWN_TIMEOUT } from '../verdict/Exchange';
import { startVerdict } from '../verdict/startVerdict';
import { readTask } from '../payload/readTask';
import { RawServer } from '../testing/RawServer';
import { Answer, exchangeOnce, ExchangeTerms } from './exchangeOnce';

const SIGNED = 'x-github-request-id: 9C1A:2B3F\r\n';
const TASK = '{"id":"task-1","state":"queued"}';

function http(status: string, body: string, headers = SIGNED): string {
  const length = `content-length: ${Buffer.byteLength(body)}\r\n`;
  return `HTTP/1.1 ${status}\r\n${headers}${length}connection: close\r\n\r\n${body}`;
}

function verdictOf({ exchange, body }: Answer) {
  return startVerdict(exchange, readTask(body, exchange.endedAt));
}

describe('exchangeOnce', () => {
  let server: RawServer;
  let url: string;

  const serve = async (onRequest: (socket: Socket) => void) => {
    server = new RawServer(onRequest);
    url = await server.listen();
  };
  const post = (terms: Partial<ExchangeTerms> = {}) =>
    exchangeOnce(
      url,
      { method: 'POST', body: '{}' },
      { timeoutMs: 10_000, ...terms },
    );

  afterEach(async () => {
    await server.close();
  });

  it('records an answer: status, headers, body', async () => {
    await serve(socket => socket.end(http('201 Created', TASK)));
    const answer = await post();
    expect(answer).toMatchObject({
      body: { id: 'task-1' },
      exchange: {
        entered: true,
        status: 201,
        bodyReadable: true,
        headers: { 'x-github-request-id': '9C1A:2B3F' },
      },
    });
    expect(verdictOf(answer).kind).toBe('created');
  });

  it.each([
    ['HTML', '<!DOCTYPE html><title>Unicorn!</title>'],
    ['half of it', TASK.slice(0, 10)],
    ['nothing', ''],
    ['a list', '[]'],
    ['null', 'null'],
  ])('makes no creation of a 201 with %s', async (_, body) => {
    await serve(socket => socket.end(http('201 Created', body)));
    expect(verdictOf(await post())).toMatchObject({
      kind: 'ambiguous',
      reason: 'unreadable_answer',
    });
  });

  it('keeps the status of an answer that breaks off', async () => {
    await serve(socket => {
      socket.write(
        `HTTP/1.1 201 Created\r\n${SIGNED}content-length: 999\r\n\r\n${TASK}`,
      );
      socket.end();
    });
    const answer = await post();
    expect(answer.exchange).toMatchObject({ status: 201, bodyReadable: false });
    expect(verdictOf(answer).kind).toBe('ambiguous');
    expect(server.requests).toBe(1);
  });

  it('sends one request into a reset and calls it lost', async () => {
    await serve(socket => socket.resetAndDestroy());
    expect(verdictOf(await post())).toEqual({
      kind: 'ambiguous',
      reason: 'connection_lost',
    });
    expect(server.requests).toBe(1);
  });

  it('sends one request into a closed connection and calls it lost', async () => {
    await serve(socket => socket.end());
    expect(verdictOf(await post())).toEqual({
      kind: 'ambiguous',
      reason: 'connection_lost',
    });
    expect(server.requests).toBe(1);
  });

  it('sends one request into an answer that is no HTTP', async () => {
    await serve(socket => socket.end('220 mail.example ESMTP\r\n'));
    expect(verdictOf(await post()).kind).toBe('ambiguous');
    expect(server.requests).toBe(1);
  });

  it('ends a silent exchange by its own time limit', async () => {
    await serve(() => {});
    const answer = await post({ timeoutMs: 200 });
    expect(answer.exchange.causeCode).toBe(OWN_TIMEOUT);
    expect(verdictOf(answer)).toEqual({ kind: 'ambiguous', reason: 'timeout' });
    expect(server.requests).toBe(1);
  });

  it('counts the body into its time limit', async () => {
    await serve(socket => {
      socket.write(`HTTP/1.1 200 OK\r\ncontent-length: 999\r\n\r\n{`);
    });
    const { exchange } = await post({ timeoutMs: 200 });
    expect(exchange).toMatchObject({
      status: 200,
      bodyReadable: false,
      causeCode: OWN_TIMEOUT,
    });
  });

  it('knows that a refused connection carried nothing', async () => {
    await serve(() => {});
    await server.close();
    const answer = await post();
    expect(answer.exchange).toMatchObject({
      entered: true,
      causeCode: 'ECONNREFUSED',
    });
    expect(verdictOf(answer)).toEqual({
      kind: 'notSent',
      reason: 'unreachable',
    });
  });

  it('knows that a failed TLS handshake carried nothing', async () => {
    await serve(socket => socket.end(http('400 Bad Request', '')));
    url = url.replace('http:', 'https:');
    expect(verdictOf(await post())).toEqual({
      kind: 'notSent',
      reason: 'unreachable',
    });
  });

  it('does not follow a redirect', async () => {
    await serve(socket => {
      const headers = `${SIGNED}location: ${url}/elsewhere\r\n`;
      socket.end(http('307 Temporary Redirect', '', headers));
    });
    expect(verdictOf(await post())).toEqual({
      kind: 'notSent',
      reason: 'moved',
    });
    expect(server.requests).toBe(1);
  });

  it('sends nothing when the guard says no, or breaks', async () => {
    await serve(socket => socket.end(http('201 Created', TASK)));
    const refused = await post({ guard: () => false });
    const broken = await post({
      guard: () => {
        throw new Error('no lease');
      },
    });
    expect([refused, broken].map(verdictOf)).toEqual([
      { kind: 'notSent', reason: 'guard' },
      { kind: 'notSent', reason: 'guard' },
    ]);
    expect(server.requests).toBe(0);
  });
});
