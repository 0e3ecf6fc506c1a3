/**
 * What one story needs next, by how things stand; undefined: to wait. `told` is the end.
 *
 * @param {import('./stories.mjs').Story} story
 * @param {object} now
 * @param {{ status: string, state: string }} [now.task] as the portal has it
 * @param {{ state: string, pullId: number | null }} [now.agent] as the simulator has it
 * @param {ReadonlySet<string>} now.toldStories
 * @param {ReadonlySet<string>} now.made moves of this story that were made since this program began
 * @returns {'submit' | 'play' | 'command' | 'pullRequest' | 'told' | undefined}
 */
export function nextMove(story, { task, agent, toldStories, made }) {
  if (!task) {
    const isItsTurn = !story.after || toldStories.has(story.after);
    return isItsTurn ? 'submit' : undefined;
  }
  if (story.command?.when === task.state && !made.has('command')) {
    return 'command';
  }
  const isToldByAgent = Boolean(story.agent) && !ENDED.has(task.status);
  if (isToldByAgent && !made.has('play') && !ENDED_AGENTS.has(agent?.state)) {
    return agent ? 'play' : undefined;
  }
  // At once, so that the portal's first look at the pull request finds it as it will stay.
  const isUpToPeople = agent?.state === 'completed' && !ENDED.has(task.status);
  if (story.pullRequest && isUpToPeople && !made.has('pullRequest')) {
    return agent.pullId === null ? undefined : 'pullRequest';
  }
  return task.status === story.ends ? 'told' : undefined;
}

const ENDED = new Set(['done', 'not_done', 'cancelled']);
const ENDED_AGENTS = new Set(['completed', 'failed', 'timed_out', 'cancelled']);
