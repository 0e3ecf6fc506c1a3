import { createServer } from 'node:http';
import { AddressInfo } from 'node:net';
import { Control } from './control/Control';
import { createApp } from './createApp';
import { isLoopback } from './loopback';
import { Simulator, SimulatorOptions } from './Simulator';

export interface StartOptions extends SimulatorOptions {
  /** 0 lets the system choose; default 7099. */
  port?: number;
  /** Only loopback is accepted. */
  host?: string;
  /** What its links begin with, if it is reached by another name: `http://localhost:7099`. */
  origin?: string;
  /** `throw` (default) makes `close` fail if the simulator had a bug, so that a test cannot pass over it. */
  onBug?: 'throw' | 'log';
}

export interface RunningSimulator {
  /** The pages: `http://127.0.0.1:7099`. */
  url: string;
  apiUrl: string;
  graphqlUrl: string;
  /** Orders, as `/_simulator` takes them over HTTP. */
  control: Control;
  /** The world itself, for what no order covers. */
  simulator: Simulator;
  close(): Promise<void>;
}

/** @throws Error in production, and for any host but loopback: it knows no secrets and guards nothing. */
export async function startSimulator(
  options: StartOptions,
): Promise<RunningSimulator> {
  if (process.env.NODE_ENV === 'production') {
    throw new Error('The GitHub simulator never runs with NODE_ENV=production');
  }
  const host = options.host ?? '127.0.0.1';
  if (!isLoopback(host)) {
    throw new Error(
      `The GitHub simulator only listens on loopback, not on ${host}`,
    );
  }
  const simulator = new Simulator(options);
  const server = createServer(createApp(simulator));
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(options.port ?? 7099, host, resolve);
  });
  const { port } = server.address() as AddressInfo;
  const url = `http://${host === '::1' ? '[::1]' : host}:${port}`;
  simulator.origin = options.origin ?? url;

  return {
    url,
    apiUrl: `${url}/api/v3`,
    graphqlUrl: `${url}/api/graphql`,
    control: new Control(simulator),
    simulator,
    async close() {
      simulator.faults.clear();
      const closed = new Promise(resolve => server.close(resolve));
      server.closeAllConnections();
      await closed;
      simulator.save();
      simulator.git.close();
      if (simulator.bugs.length > 0 && options.onBug !== 'log') {
        throw new AggregateError(simulator.bugs, simulator.bugs[0].message);
      }
    },
  };
}
