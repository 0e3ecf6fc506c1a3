import { PullRequest, Task } from '../state/World';
import { openSimulator, TestSimulator } from './openSimulator';

export interface Look {
  status: number;
  text: string;
  location: string | null;
  headers: Headers;
}

export interface TestPages {
  simulator: TestSimulator;
  /** Looks at a page, as Ana unless told. Redirects are not followed. */
  look(path: string, person?: string): Promise<Look>;
  /** Sends the form of a page. */
  press(
    path: string,
    fields?: Record<string, string> | string,
    person?: string,
    headers?: Record<string, string>,
  ): Promise<Look>;
  /** Starts a task that plays a script, and lets an hour pass. */
  played(
    script: string,
    prompt?: string,
  ): Promise<{ task: Task; pull: PullRequest; path: string }>;
}

async function read(response: Response): Promise<Look> {
  return {
    status: response.status,
    text: await response.text(),
    location: response.headers.get('location'),
    headers: response.headers,
  };
}

/** A simulator as a browser sees it. */
export async function openPages(): Promise<TestPages> {
  const simulator = await openSimulator();
  const { world } = simulator.simulator;
  return {
    simulator,
    async look(path, person = 'ana') {
      return read(
        await fetch(simulator.url + path, {
          redirect: 'manual',
          headers: { cookie: `simulator_person=${person}` },
        }),
      );
    },
    async press(path, fields = {}, person = 'ana', headers = {}) {
      return read(
        await fetch(simulator.url + path, {
          method: 'POST',
          redirect: 'manual',
          headers: { cookie: `simulator_person=${person}`, ...headers },
          body: new URLSearchParams(
            typeof fields === 'string' ? { text: fields } : fields,
          ),
        }),
      );
    },
    async played(script, prompt = 'Rename the button') {
      const { id } = await simulator.start(`${prompt}\nsimulator: ${script}`);
      simulator.clock.advance(3_600_000);
      simulator.simulator.catchUp();
      const task = world.tasks[id];
      const { html_url: url } = await simulator.read(id);
      return {
        task,
        pull: world.pulls[task.pullId ?? -1],
        path: new URL(url).pathname,
      };
    },
  };
}
