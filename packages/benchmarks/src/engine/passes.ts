import { EngineParts } from '@agent-tasks/backstage-plugin-agent-tasks-backend/src/engine/EngineParts';
import { artifacts } from '@agent-tasks/backstage-plugin-agent-tasks-backend/src/engine/loops/artifacts';
import { dispatch } from '@agent-tasks/backstage-plugin-agent-tasks-backend/src/engine/loops/dispatch';
import { judge } from '@agent-tasks/backstage-plugin-agent-tasks-backend/src/engine/loops/judge';
import { LoopWork } from '@agent-tasks/backstage-plugin-agent-tasks-backend/src/engine/loops/Loop';
import { perform } from '@agent-tasks/backstage-plugin-agent-tasks-backend/src/engine/loops/perform';
import { preflight } from '@agent-tasks/backstage-plugin-agent-tasks-backend/src/engine/loops/preflight';
import { read } from '@agent-tasks/backstage-plugin-agent-tasks-backend/src/engine/loops/read';
import { remind } from '@agent-tasks/backstage-plugin-agent-tasks-backend/src/engine/loops/remind';
import { resolve } from '@agent-tasks/backstage-plugin-agent-tasks-backend/src/engine/loops/resolve';
import { sweep } from '@agent-tasks/backstage-plugin-agent-tasks-backend/src/engine/loops/sweep';

const nothing = () => {};

/** The loops of an engine by name, to be run when a benchmark says so. */
export function passesOf(parts: EngineParts) {
  const works = {
    preflight: preflight(parts, nothing),
    dispatch: dispatch(parts, nothing),
    resolve: resolve(parts),
    sweep: sweep(parts, nothing),
    read: read(parts),
    artifacts: artifacts(parts),
    judge: judge(parts),
    remind: remind(parts),
    perform: perform(parts),
  } satisfies Record<string, LoopWork>;
  const names = Object.keys(works) as (keyof typeof works)[];

  /** One turn of each named loop, or of all, as long as each finds work. */
  return async (...wanted: (keyof typeof works)[]): Promise<void> => {
    for (const name of wanted.length > 0 ? wanted : names) {
      const { signal } = new AbortController();
      const work: LoopWork = works[name];
      while (await work.pass(signal)) await work.drain?.();
    }
  };
}
