import { setTimeout } from 'node:timers/promises';
import { PortalFault } from './PortalFault';

export const RETRY_AFTER_SECONDS = 5;

/** GitHub turns every request away, and says when to come back. */
export const rateLimit: PortalFault = {
  name: '429 to every request',
  async strike({ github, signal }, { seconds }) {
    const { control } = github;
    const limit = control.fault({
      kind: 'secondary_limit',
      status: 429,
      retryAfter: RETRY_AFTER_SECONDS,
      times: null,
    });
    await setTimeout(seconds * 1000, undefined, { signal });
    control.withdrawFaults(limit.id);
    return `${limit.hit} requests turned away in ${seconds} s`;
  },
};
