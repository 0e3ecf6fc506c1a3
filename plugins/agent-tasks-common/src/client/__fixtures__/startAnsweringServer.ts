import { AddressInfo } from 'node:net';
import { createServer, IncomingHttpHeaders } from 'node:http';
import { AgentTasksClient } from '../AgentTasksClient';

export interface SeenRequest {
  method?: string;
  url?: string;
  headers: IncomingHttpHeaders;
  /** Parsed JSON; an empty string for a request without a body. */
  body: unknown;
}

export interface PlannedAnswer {
  status?: number;
  headers?: Record<string, string>;
  body?: unknown;
}

/** A server on loopback that notes each request and gives the answer of the moment to all. */
export async function startAnsweringServer() {
  const seen: SeenRequest[] = [];
  const plan: { answer: PlannedAnswer } = { answer: {} };
  const server = createServer((request, response) => {
    let text = '';
    request.on('data', chunk => {
      text += chunk;
    });
    request.on('end', () => {
      const { method, url, headers } = request;
      seen.push({ method, url, headers, body: text && JSON.parse(text) });
      const { status = 200, body } = plan.answer;
      response.writeHead(status, {
        'Content-Type': 'application/json',
        ...plan.answer.headers,
      });
      response.end(body === undefined ? undefined : JSON.stringify(body));
    });
  });
  await new Promise<void>(resolve => {
    server.listen(0, '127.0.0.1', resolve);
  });
  const { port } = server.address() as AddressInfo;
  const client = new AgentTasksClient({
    discoveryApi: {
      getBaseUrl: async pluginId => `http://127.0.0.1:${port}/api/${pluginId}`,
    },
    fetchApi: { fetch },
  });
  const stop = async () => {
    server.closeAllConnections();
    await new Promise(resolve => {
      server.close(resolve);
    });
  };
  return { client, seen, plan, stop };
}
