import { randomUUID } from 'node:crypto';
import { EngineParts } from '@agent-tasks/backstage-plugin-agent-tasks-backend/src/engine/EngineParts';
import { transition } from '@agent-tasks/backstage-plugin-agent-tasks-backend/src/domain/task/transition';
import { Dice } from '../tasks/Dice';
import { drawAsk } from '../tasks/drawAsk';
import { identityName, repositoryName } from './GitHub';

const DAY = 24 * 3_600_000;

/** Submits a task to the store, as a request for one of the simulated repositories would. */
export async function submit(
  { store }: Pick<EngineParts, 'store'>,
  host: string,
  number: number,
  dice: Dice,
  identityId = identityName(0),
): Promise<string> {
  const id = randomUUID();
  const slug = `acme/${repositoryName(number)}`;
  const drawn = drawAsk(dice, id);
  const submitted = transition(
    null,
    {
      type: 'submitted',
      actor: { type: 'user', ref: drawn.requester.ref },
      source: 'command',
      ask: {
        ...drawn,
        identity: { ...drawn.identity, id: identityId },
        repository: { host, slug, url: `http://${host}/${slug}`, id: null },
        terms: {
          ...drawn.terms,
          // Nobody's patience ends while we measure.
          timeLimits: { ...drawn.terms.timeLimits, running: DAY },
        },
      },
    },
    await store.now(),
  );
  if (submitted.kind !== 'changed') throw new Error(submitted.kind);
  const { task, history, effects } = submitted;
  await store.submit({
    task,
    history,
    effects,
    texts: { prompt: `Task ${number} of ${slug}.`, parameters: {} },
    idempotency: {
      principal: task.requester.ref,
      route: 'POST /v1/tasks',
      key: id,
      bodyDigest: task.promptDigest,
    },
    duplicateKey: id,
    refuseDuplicate: true,
    maxWaiting: 10_000,
  });
  return id;
}
