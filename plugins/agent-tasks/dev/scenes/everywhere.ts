import { absurdTasks } from '../backend/absurdTasks';
import { backendWith } from '../backend/backendWith';
import { failing, failingSoon } from '../backend/failing';
import { broken, busy, denied, unreachable } from '../backend/refusals';
import { everyStatus, manyTasks, taskOf } from '../backend/tasks';
import { Scenes } from './Scene';

/** What may happen to any list of tasks. */
export const everywhere: Scenes = {
  loading: { answers: {} },
  nothing: { answers: backendWith([]) },
  one: { answers: backendWith([taskOf(1)]) },
  'each status': { answers: backendWith(everyStatus) },
  'many (500)': { answers: backendWith(manyTasks) },
  absurd: { answers: backendWith(absurdTasks) },
  error: { answers: failing(broken) },
  busy: { answers: failing(busy) },
  denied: { answers: failing(denied) },
  'backend gone': { answers: failing(unreachable) },
  'backend gone while looking': {
    answers: failingSoon(backendWith(everyStatus), unreachable),
  },
  'permission lost while looking': {
    answers: failingSoon(backendWith(everyStatus), denied),
  },
};
