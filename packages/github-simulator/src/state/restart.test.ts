import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openSimulator, TestSimulator } from '../testing/openSimulator';
import { World } from './World';

describe('the state file', () => {
  let folder: string;
  let state: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'github-simulator-'));
    state = join(folder, 'kept', 'github.json');
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  it('brings everything back after a restart', async () => {
    const before = await openSimulator({ state });
    const { id } = await before.start('Do it\nsimulator: works');
    before.control.advance(120_000);
    const task = await before.read(id);
    await before.close();

    const after = await openSimulator({ state });
    const address = (text: string) => text.replaceAll(after.url, before.url);
    expect(JSON.parse(address(JSON.stringify(await after.read(id))))).toEqual(
      task,
    );
    after.control.advance(3_600_000);
    expect((await after.read(id)).state).toBe('completed');
    await after.close();
  });

  it('knows of a creation before the client does, even if the simulator is killed then', async () => {
    const simulator = await openSimulator({ state });
    simulator.control.fault({ kind: 'reset_after', method: 'POST' });
    await expect(
      simulator.start('x\nPortal-Task-Ref: at1_x'),
    ).rejects.toThrow();
    const kept: World = JSON.parse(readFileSync(state, 'utf8'));
    expect(Object.values(kept.tasks).map(task => task.marker)).toEqual([
      'at1_x',
    ]);
    await simulator.close();
  });

  it('is refused if it holds something else', async () => {
    state = join(folder, 'other.json');
    writeFileSync(state, '{"format": 99}');
    await expect(openSimulator({ state })).rejects.toThrow(
      'no world of format 1',
    );
  });
});

describe('the seed', () => {
  const opened: TestSimulator[] = [];
  afterEach(async () => {
    for (const simulator of opened.splice(0)) await simulator.close();
  });

  const live = async (seed: number) => {
    const simulator = await openSimulator({ seed, settings: { quirks: {} } });
    opened.push(simulator);
    for (let count = 0; count < 12; count += 1) {
      await simulator.start(`Do thing number ${count} of the list`);
      simulator.clock.advance(60_000);
    }
    simulator.clock.advance(7_200_000);
    simulator.simulator.catchUp();
    return simulator.simulator.world;
  };

  it('makes two servers tell the same story', async () => {
    expect(await live(3)).toEqual(await live(3));
  });

  it('makes other seeds tell other stories', async () => {
    const ids = async (seed: number) => Object.keys((await live(seed)).tasks);
    const one = await ids(3);
    const other = new Set(await ids(4));
    expect(one).toHaveLength(12);
    expect(one.filter(id => other.has(id))).toEqual([]);
  });

  it('gives ids of their own to each kind, far from a pull request’s number', async () => {
    const world = await live(3);
    const pulls = Object.values(world.pulls);
    expect(pulls.length).toBeGreaterThan(3);
    for (const pull of pulls)
      expect(pull.id).toBeGreaterThan(pull.number * 1e6);
  });
});
