import { openSimulator, smallWorld } from './testing/openSimulator';
import { startSimulator } from './startSimulator';

describe('the start', () => {
  it('is refused in production', async () => {
    const replaced = jest.replaceProperty(
      process.env,
      'NODE_ENV',
      'production',
    );
    await expect(
      startSimulator({ world: smallWorld, port: 0 }),
    ).rejects.toThrow('never runs with NODE_ENV=production');
    replaced.restore();
  });

  it.each(['0.0.0.0', '::', '192.0.2.1'])('is refused on %s', async host => {
    await expect(
      startSimulator({ world: smallWorld, port: 0, host }),
    ).rejects.toThrow('only listens on loopback');
  });

  it('is refused on a port that is taken', async () => {
    const first = await openSimulator();
    const port = Number(new URL(first.url).port);
    await expect(openSimulator({ port })).rejects.toThrow('EADDRINUSE');
    await first.close();
  });

  it('hands out links that begin as it is told', async () => {
    const simulator = await openSimulator({ origin: 'http://localhost:7099' });
    const { body } = await simulator.ask('GET', '/repos/acme/payments-api');
    expect(body.clone_url).toBe('http://localhost:7099/acme/payments-api.git');
    const task = await simulator.start();
    expect(await simulator.read(task.id)).toMatchObject({
      html_url: expect.stringMatching(/^http:\/\/localhost:7099\//),
    });
    await simulator.close();
  });

  it('lays out the server as GitHub Enterprise Server does', async () => {
    const simulator = await openSimulator();
    expect(simulator.apiUrl).toBe(`${simulator.url}/api/v3`);
    expect(simulator.graphqlUrl).toBe(`${simulator.url}/api/graphql`);
    await simulator.close();
  });
});
