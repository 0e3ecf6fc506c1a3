import { randomUUID } from 'node:crypto';
import { Task } from '@agent-tasks/backstage-plugin-agent-tasks-backend/src/domain/task/task';
import { Dice } from './Dice';
import { drawAsk } from './drawAsk';
import { Ending, ENDINGS } from './endings';
import { Life } from './Life';

const DAY = 24 * 3_600_000;
/** Longer than any life takes. */
const YOUNGEST = DAY / 4;
const HISTORY = 400 * DAY;
/** Whatever is older than this is over. */
const LATELY = 30 * DAY;
/** Living through more lives than these takes longer than measuring them. */
const MOST_LIVES = 100_000;

/**
 * Tasks of a company over more than a year, in the order in which they were asked for: the rows of
 * what is read together then lie together, as they do in a table that grew. Each has a number of
 * its own. Of very many, some in a row are alike, but for what must be their own.
 */
export function* drawTasks(
  count: number,
  now: number,
  dice: Dice,
  mostLives = MOST_LIVES,
): Generator<Task> {
  const alike = Math.ceil(count / mostLives);
  for (let number = 1; number <= count; number += alike) {
    const age = YOUNGEST + HISTORY * (1 - number / count);
    const ending = drawEnding(dice, age < LATELY);
    const ask = drawAsk(dice, randomUUID());
    const life = new Life(ask, number, Math.round(now - age));
    const { task } = ending.live(life, ask.requester.ref);
    yield task;
    for (let next = 1; next < alike && number + next <= count; next++) {
      yield likeIt(task, next);
    }
  }
}

function likeIt(task: Task, next: number): Task {
  const own = (id: string | null) => id && `${id}-${next}`;
  const { repository, providerTaskId, createdAt } = task;
  return {
    ...task,
    id: randomUUID(),
    createdAt: createdAt + next,
    repository: { ...repository, id: own(repository.id) },
    providerTaskId: own(providerTaskId),
  };
}

function drawEnding(dice: Dice, isLate: boolean): Ending {
  const possible = Object.values(ENDINGS).filter(
    ({ isOver }) => isOver || isLate,
  );
  const total = possible.reduce((sum, { share }) => sum + share, 0);
  let left = dice.below(total);
  for (const ending of possible) {
    left -= ending.share;
    if (left < 0) return ending;
  }
  return ENDINGS.merged;
}
