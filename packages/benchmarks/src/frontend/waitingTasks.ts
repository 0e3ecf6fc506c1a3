import { randomUUID } from 'node:crypto';
import { Task } from '@agent-tasks/backstage-plugin-agent-tasks-backend/src/domain/task/task';
import { Dice } from '../tasks/Dice';
import { drawAsk } from '../tasks/drawAsk';
import { ENDINGS } from '../tasks/endings';
import { Life } from '../tasks/Life';

const HOUR = 3_600_000;
const TEAM = 'group:default/payments';
const SERVICES = ['payments-api', 'invoicing', 'fraud-check'];
/** All that an owner can be waited for. */
const REASONS = [
  ENDINGS.asking,
  ENDINGS.toApprove,
  ENDINGS.inReview,
  ENDINGS.failedLately,
];

/**
 * Tasks that wait for the team Payments of the demo, as many for each reason.
 *
 * @param host - of the simulated GitHub
 */
export function waitingTasks(
  count: number,
  host: string,
  now: number,
  dice: Dice,
): Task[] {
  return Array.from({ length: count }, (_, index) => {
    const service = SERVICES[dice.below(SERVICES.length)];
    const slug = `acme/${service}`;
    const drawn = drawAsk(dice, randomUUID());
    const ask = {
      ...drawn,
      title: drawn.title.replace(drawn.repository.slug, slug),
      entityRef: `component:default/${service}`,
      repository: { host, slug, url: `http://${host}/${slug}`, id: null },
      requester: { ref: 'user:default/bo', type: 'user' as const },
      people: { ...drawn.people, owners: [TEAM], approvers: [TEAM] },
    };
    const age = HOUR * (1 + dice.below(20));
    const life = new Life(ask, index + 1, now - age);
    const { task } = REASONS[index % REASONS.length].live(
      life,
      'user:default/bo',
    );
    return undisturbed(task);
  });
}

/** No loop of the portal looks at it: there is no such task at its GitHub. */
function undisturbed(task: Task): Task {
  return {
    ...task,
    startDueAt: null,
    readDueAt: null,
    artifactDueAt: null,
    judgeDueAt: null,
    remindDueAt: null,
  };
}
