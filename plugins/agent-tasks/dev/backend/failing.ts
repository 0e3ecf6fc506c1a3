import { FakeAnswers } from '../../src/testing/fakeAgentTasksApi';
import { queryClient } from '../../src/hooks/client/queryClient';
import { Refuse } from './refusals';

/** Long enough to see what will be lost, in milliseconds. */
const LOOK_MS = 2_000;

/** Nothing can be read. */
export function failing(refuse: Refuse): FakeAnswers {
  return {
    inbox: refuse,
    templates: refuse,
    queue: refuse,
    tasks: {
      list: refuse,
      get: refuse,
      events: refuse,
      record: refuse,
      preview: refuse,
    },
  };
}

/** Everything can be read, and two seconds later nothing. */
export function failingSoon(
  { tasks = {}, ...answers }: FakeAnswers,
  refuse: Refuse,
): FakeAnswers {
  let hasFailed = false;
  let timer: number | undefined;
  const until = <Input extends unknown[], Output>(
    answer: ((...input: Input) => Promise<Output>) | undefined,
  ) =>
    answer &&
    (async (...input: Input): Promise<Output> => {
      timer ??= window.setTimeout(() => {
        hasFailed = true;
        queryClient.invalidateQueries();
      }, LOOK_MS);
      return hasFailed ? refuse() : answer(...input);
    });
  return {
    ...answers,
    ...given({
      inbox: until(answers.inbox),
      templates: until(answers.templates),
      queue: until(answers.queue),
    }),
    tasks: {
      ...tasks,
      ...given({
        list: until(tasks.list),
        get: until(tasks.get),
        events: until(tasks.events),
        record: until(tasks.record),
        preview: until(tasks.preview),
      }),
    },
  };
}

/** What was never answered stays so. */
function given<Answers extends object>(answers: Answers): Partial<Answers> {
  return Object.fromEntries(
    Object.entries(answers).filter(([, answer]) => answer !== undefined),
  ) as Partial<Answers>;
}
