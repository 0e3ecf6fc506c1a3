import { randomBytes } from 'node:crypto';
import { RequestHandler } from 'express';
import { identify } from '../state/accounts';
import { Simulator } from '../Simulator';
import { credentialOf } from './credentialOf';
import { Exchange } from './Exchange';

/** GitHub's own ids look like `9C1A:2B3F4D:1A2B3C:4D5E6F:671F2A3B`; random, as theirs, and no part of the world. */
function requestId(): string {
  const hex = randomBytes(16).toString('hex').toUpperCase();
  return [4, 10, 16, 22, 30]
    .map((end, index, ends) => hex.slice(index ? ends[index - 1] : 0, end))
    .join(':');
}

/** The first step of every request that GitHub would see: name it, know whose it is, and note it in the journal. */
export function openExchange(simulator: Simulator): RequestHandler {
  return (req, res, next) => {
    simulator.catchUp();
    const at = new Date(simulator.now()).toISOString();
    const known = identify(simulator.world, credentialOf(req), simulator.now());
    let recorded = false;
    const exchange: Exchange = {
      requestId: requestId(),
      path: req.originalUrl.split('?')[0].replace(/^\/api\/v3(?=\/)/, ''),
      operation: null,
      viewer: 'who' in known ? known.who : null,
      token: known.token ?? null,
      fault: null,
      record(status) {
        if (recorded) return;
        recorded = true;
        simulator.journal.add({
          at,
          method: req.method,
          path: req.originalUrl,
          operation: exchange.operation,
          login: exchange.token?.login ?? null,
          requestId: exchange.requestId,
          status,
          fault: exchange.fault?.kind ?? null,
        });
      },
    };
    res.locals.exchange = exchange;
    res.setHeader('x-github-request-id', exchange.requestId);
    res.setHeader('x-github-media-type', 'github.v3; format=json');
    res.setHeader('x-github-api-version-selected', '2026-03-10');
    res.removeHeader('x-powered-by');
    res.on('close', () =>
      exchange.record(res.writableFinished ? res.statusCode : 0),
    );
    next();
  };
}
