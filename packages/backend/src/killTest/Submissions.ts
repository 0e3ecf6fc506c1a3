import {
  AgentTasksResponseError,
  CreateTaskRequest,
} from '@agent-tasks/backstage-plugin-agent-tasks-common';
import { Dice } from './Dice';
import { Scene } from './Scene';
import { until } from './until';
import { slugOf } from './world';

/** A whole portal may have to come up again in between, on a machine that has no time for it. */
const TURN_MS = 900_000;
/** How many ask at the same time. */
const ASKERS = 4;

/** Whether one more may be asked for, when so many were. */
interface Pace {
  mayAsk(asked: number): boolean;
}

/** Asks for every task, with a key each, and asks again with the same key whenever no answer came. */
export class Submissions {
  /** Which tasks each key was answered with: one, if all is well. */
  readonly answers = new Map<string, Set<string>>();
  /** Requests that were sent and not answered. */
  unanswered = 0;
  /** Answers that said: you asked before. */
  replays = 0;
  readonly #scene: Scene;
  readonly #dice: Dice;
  readonly #pace: Pace;

  constructor(scene: Scene, dice: Dice, pace: Pace) {
    this.#scene = scene;
    this.#dice = dice;
    this.#pace = pace;
  }

  /** @param first - number of the first task */
  async submit(tasks: number, first = 0): Promise<void> {
    let asked = 0;
    const ask = async () => {
      while (asked < tasks) {
        const before = asked;
        asked += 1;
        const mayAsk = () => this.#pace.mayAsk(before);
        await until('its turn to ask', mayAsk, {
          signal: this.#scene.signal,
          patienceMs: TURN_MS,
        });
        await this.#submitOne(first + before);
      }
    };
    await Promise.all(Array.from({ length: ASKERS }, ask));
  }

  async #submitOne(task: number): Promise<void> {
    const key = `kill-test-${task}`;
    const id = await until(
      `an answer for task ${task}`,
      () => this.#send(taskBody(this.#scene, task), key),
      this.#scene,
    );
    this.answers.set(key, (this.answers.get(key) ?? new Set()).add(id));
  }

  /** The task's id; undefined when there was no answer, or one that says to ask again. */
  async #send(
    body: CreateTaskRequest,
    idempotencyKey: string,
  ): Promise<string | undefined> {
    const { apis, replicas } = this.#scene;
    const index = this.#dice.between(0, apis.length - 1);
    if (!replicas.isUp(index)) return undefined;
    try {
      const { task, replayed } = await apis[index].tasks.create(body, {
        idempotencyKey,
      });
      this.replays += replayed ? 1 : 0;
      return task.id;
    } catch (error) {
      if (isForGood(error)) throw error;
      this.unanswered += 1;
      return undefined;
    }
  }
}

/** What the task with this number asks for. */
export function taskBody(
  { github }: Pick<Scene, 'github'>,
  task: number,
): CreateTaskRequest {
  return {
    prompt: `Bring the README of service ${task} up to date.`,
    title: `Service ${task}`,
    repository: `${github.url}/${slugOf(task)}`,
    createPullRequest: true,
  };
}

/** A refusal, rather than a connection that broke or a replica that is not up yet. */
function isForGood(error: unknown): boolean {
  return (
    error instanceof AgentTasksResponseError &&
    error.nextAction !== 'wait_and_repeat'
  );
}
