import { createServer } from 'node:http';

/** The service, not listening yet, so that a test can give it a port of its own. */
export function createService() {
  return createServer((request, response) => {
    const isHealth = request.method === 'GET' && request.url === '/health';
    response.writeHead(isHealth ? 200 : 404, {
      'content-type': 'application/json',
    });
    response.end(JSON.stringify({ status: isHealth ? 'ok' : 'not found' }));
  });
}
