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
const LATELY = 2 * DAY;

/** Tasks of a company over more than a year, the oldest not first, each with a number of its own. */
export function* drawTasks(
  count: number,
  now: number,
  dice: Dice,
): Generator<Task> {
  for (let number = 1; number <= count; number++) {
    const ending = drawEnding(dice);
    const span = ending.isOver ? HISTORY : LATELY;
    const beginsAt = Math.round(now - YOUNGEST - dice.next() * span);
    const ask = drawAsk(dice, randomUUID());
    const life = new Life(ask, number, beginsAt);
    yield ending.live(life, ask.requester.ref).task;
  }
}

function drawEnding(dice: Dice): Ending {
  let left = dice.below(1000);
  for (const ending of Object.values(ENDINGS)) {
    left -= ending.share;
    if (left < 0) return ending;
  }
  return ENDINGS.merged;
}
