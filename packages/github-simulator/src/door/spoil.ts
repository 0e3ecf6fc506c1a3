import { RequestHandler, Response } from 'express';
import { GitHubError } from '../api/GitHubError';
import { OrderedFault } from '../faults/FaultOrder';
import { Simulator } from '../Simulator';
import { exchangeOf } from './Exchange';
import { limitRefusal } from './RateLimits';
import { refuse } from './refuse';

/**
 * Carries out fault orders. What happens "before" ends the request here; what happens "after" waits for the finished
 * answer, when the world has changed and was saved, and spoils it on its way out.
 */
export function spoil(simulator: Simulator): RequestHandler {
  return async (req, res, next) => {
    const exchange = exchangeOf(res);
    const fault = simulator.faults.meet({
      method: req.method,
      path: exchange.path,
      login: exchange.token?.login ?? null,
    });
    if (!fault) {
      next();
      return;
    }
    exchange.fault = fault;
    if (fault.withoutRequestId) res.removeHeader('x-github-request-id');
    if (fault.kind === 'slow_before') {
      await pause(simulator, fault);
      next();
    } else if (fault.kind === 'reset_before') {
      cut(res);
    } else if (fault.kind === 'redirect') {
      const location = fault.location ?? simulator.origin + req.originalUrl;
      refuse(
        res,
        new GitHubError(fault.status ?? 301, 'Moved Permanently', {
          headers: { location },
        }),
      );
    } else if (fault.kind === 'error_before') {
      refuse(res, serverError(fault));
    } else if (
      fault.kind === 'primary_limit' ||
      fault.kind === 'secondary_limit'
    ) {
      refuse(res, limitRefusal(fault.kind, simulator.now(), fault));
    } else {
      spoilOnTheWayOut(simulator, res, fault);
      next();
    }
  };
}

function serverError(fault: OrderedFault): GitHubError {
  return new GitHubError(fault.status ?? 502, 'Server Error', {
    headers: fault.retryAfter
      ? { 'retry-after': String(fault.retryAfter) }
      : {},
  });
}

function pause(simulator: Simulator, fault: OrderedFault): Promise<void> {
  const withdrawn = simulator.faults.withdrawn(fault.id);
  if (fault.delayMs === undefined) return withdrawn;
  const delay = new Promise<void>(resolve => {
    setTimeout(resolve, fault.delayMs).unref();
  });
  return Promise.race([delay, withdrawn]);
}

/** Ends the connection as a crash would: a reset, no answer. */
function cut(res: Response) {
  exchangeOf(res).record(0);
  res.socket?.resetAndDestroy();
}

function spoilOnTheWayOut(
  simulator: Simulator,
  res: Response,
  fault: OrderedFault,
) {
  const end = res.end.bind(res) as (body?: Buffer | string) => Response;
  const finish = (body: Buffer | string, type?: string) => {
    if (fault.withoutRequestId) res.removeHeader('x-github-request-id');
    if (type) res.setHeader('content-type', type);
    if (!res.headersSent)
      res.setHeader('content-length', Buffer.byteLength(body));
    exchangeOf(res).record(res.statusCode);
    return end(body);
  };
  const spoilt = (chunk?: unknown) => {
    const body =
      typeof chunk === 'string' || Buffer.isBuffer(chunk) ? chunk : '';
    switch (fault.kind) {
      case 'reset_after':
        cut(res);
        break;
      case 'slow_after':
        void pause(simulator, fault).then(() => finish(body));
        break;
      case 'error_after':
        res.status(fault.status ?? 502);
        finish(JSON.stringify(serverError(fault).toBody()));
        break;
      case 'malformed_json':
        finish(String(body).slice(0, Math.ceil(String(body).length / 2)));
        break;
      case 'html_body':
        finish('<!DOCTYPE html><title>Unicorn!</title>', 'text/html');
        break;
      case 'empty_body':
        finish('');
        break;
      default:
        res.removeHeader('x-github-request-id');
        finish(body);
    }
    return res;
  };
  res.end = spoilt as typeof res.end;
}
