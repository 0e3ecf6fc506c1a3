import { answered } from './portalAs.mjs';

/** So quick that what takes an agent ten minutes takes it seconds. */
const QUICK = 120;

/**
 * What the demo orders of the simulated GitHub. Nothing stays behind: a task that a person asks for
 * meanwhile goes its own way, at its own speed.
 *
 * @param {string} url of the simulator
 * @param {AbortSignal} signal
 */
export function gitHubOrders(url, signal) {
  const order = (path, method = 'GET', body = undefined) =>
    answered(
      fetch(`${url}/_simulator${path}`, {
        method,
        headers: { 'content-type': 'application/json' },
        body: body && JSON.stringify(body),
        signal,
      }),
    );
  return {
    tasks: async () => (await order('/tasks')).tasks,

    /** How many times as quick as real agents those are that nobody told a story. */
    workAt: speed => order('/settings', 'PATCH', { speed }),

    /** Speed counts when a script is planned, so that only this one is quick. */
    async play(taskId, script) {
      const { speed } = await order('/settings');
      await order('/settings', 'PATCH', { speed: QUICK });
      try {
        await order(`/tasks/${taskId}`, 'POST', { do: 'script', script });
      } finally {
        await order('/settings', 'PATCH', { speed });
      }
    },

    async onPullRequest(pullId, { by, orders }) {
      for (const each of orders) {
        await order(`/pulls/${pullId}`, 'POST', { do: each, login: by });
      }
    },

    /** Breaks the next start in a repository. @returns {Promise<() => Promise<void>>} takes it back */
    async breakStart(repository, fault) {
      const path = `/agents/repos/${repository}/tasks`;
      const { id } = await order('/faults', 'POST', {
        ...fault,
        method: 'POST',
        path,
      });
      return () => order(`/faults/${id}`, 'DELETE');
    },
  };
}
