import { setTimeout } from 'node:timers/promises';
import { gitHubOrders } from './gitHubOrders.mjs';
import { nextMove } from './nextMove.mjs';
import { portalAs } from './portalAs.mjs';

const LOOK_EVERY_MS = 1_000;
const PATIENCE_MS = 240_000;

/**
 * Brings tasks about as people would: through the API, signed in as each of them. May be told again
 * after a crash: what was asked for is found by its idempotency key, and goes on from where it is.
 *
 * @param {object} options
 * @param {string} options.url of the portal
 * @param {string} options.simulatorUrl
 * @param {import('./stories.mjs').Story[]} options.stories
 * @param {AbortSignal} options.signal
 * @returns {Promise<number>} how many tasks there are
 */
export async function tellStories(options) {
  const { url, simulatorUrl, stories, signal } = options;
  const gitHub = gitHubOrders(simulatorUrl, signal);
  const people = new Map();
  const as = user => {
    if (!people.has(user)) people.set(user, portalAs(url, user, signal));
    return people.get(user);
  };

  const plots = new Map(
    stories.map(story => [story.key, { story, made: new Set() }]),
  );
  const toldStories = new Set();
  const giveUpAt = performance.now() + PATIENCE_MS;
  try {
    while (toldStories.size < stories.length) {
      const tasks = byId((await as('fay').read('/tasks?limit=100')).items);
      const agents = byId(await gitHub.tasks());
      for (const plot of plots.values()) {
        if (toldStories.has(plot.story.key)) continue;
        const task = tasks.get(plot.taskId);
        const agent = agents.get(task?.provider.taskId);
        const { made } = plot;
        const move = nextMove(plot.story, { task, agent, toldStories, made });
        if (move === 'told') toldStories.add(plot.story.key);
        else if (move && !made.has(move)) {
          await moves[move]({ plot, task, agent, as, gitHub });
          made.add(move);
        }
      }
      if (performance.now() > giveUpAt)
        throw new Error(untold(plots, toldStories));
      await setTimeout(LOOK_EVERY_MS, undefined, { signal });
    }
  } finally {
    for (const { mend } of plots.values()) await mend?.();
  }
  return stories.length;
}

const moves = {
  async submit({ plot, as, gitHub }) {
    const { story } = plot;
    if (story.fault) {
      plot.mend = await gitHub.breakStart(`acme/${story.service}`, story.fault);
    }
    const { key, by, service, template, title, parameters } = story;
    const { id } = await as(by).send(
      '/tasks',
      {
        template: `agenttasktemplate:default/${template}`,
        entityRef: `component:default/${service}`,
        title,
        parameters,
      },
      { 'idempotency-key': `demo-${key}` },
    );
    plot.taskId = id;
  },

  play: ({ plot, agent, gitHub }) => gitHub.play(agent.id, plot.story.agent),

  pullRequest: ({ plot, agent, gitHub }) =>
    gitHub.onPullRequest(agent.pullId, plot.story.pullRequest),

  command({ plot, task, as }) {
    const { by, command, body } = plot.story.command;
    return as(by).send(`/tasks/${task.id}/${command}`, body);
  },
};

function byId(items) {
  return new Map(items.map(item => [item.id, item]));
}

function untold(plots, toldStories) {
  const left = [...plots.keys()].filter(key => !toldStories.has(key));
  return `These never came to their end: ${left.join(', ')}`;
}
