import { RequestHandler } from 'express';
import { GitHubError } from '../api/GitHubError';
import { identify } from '../state/accounts';
import { Simulator } from '../Simulator';
import { credentialOf } from './credentialOf';
import { exchangeOf } from './Exchange';
import { refuse } from './refuse';

/** Lets a request in if its token counts and its owner is within the limits; afterwards `exchange.viewer` is set. */
export function admit(simulator: Simulator): RequestHandler {
  return (req, res, next) => {
    const { world, limits, settings } = simulator;
    const known = identify(world, credentialOf(req), simulator.now());
    if ('refused' in known) {
      const message =
        known.refused === 'missing'
          ? 'Requires authentication'
          : 'Bad credentials';
      res.set({ 'x-ratelimit-limit': '60', 'x-ratelimit-remaining': '59' });
      refuse(res, new GitHubError(401, message));
      return;
    }
    const { who, token } = known;
    const isGraphql = exchangeOf(res).path === '/api/graphql';
    const refusal = limits.enter(
      who.login,
      // Every query is a POST; it creates nothing and costs what a read costs.
      isGraphql ? 'GET' : req.method,
      settings.limits,
      simulator.now(),
    );
    const standing = limits.standing(
      who.login,
      settings.limits,
      simulator.now(),
    );
    res.set({
      'x-ratelimit-limit': String(standing.limit),
      'x-ratelimit-remaining': String(standing.remaining),
      'x-ratelimit-used': String(standing.used),
      'x-ratelimit-reset': String(standing.reset),
      'x-ratelimit-resource': isGraphql ? 'graphql' : 'core',
    });
    if (token.expiresAt !== null) {
      const expires = new Date(token.expiresAt).toISOString();
      res.set(
        'github-authentication-token-expiration',
        expires.replace('T', ' ').replace(/\.\d+Z$/, ' UTC'),
      );
    }
    if (refusal) {
      refuse(res, refusal);
      return;
    }
    res.on('close', () => limits.leave(who.login, simulator.now()));
    next();
  };
}
