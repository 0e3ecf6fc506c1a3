import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { metricsServiceMock } from '@backstage/backend-test-utils/alpha';
import { NOON } from '../domain/testing/exampleData';
import { taskAfter, taskIn } from '../domain/testing/exampleTask';
import { PortalMeter } from './PortalMeter';

type Observe = (value: number, attributes?: object) => void;

function meter() {
  const recorded: unknown[][] = [];
  const gauges = new Map<
    string,
    (result: { observe: Observe }) => void | Promise<void>
  >();
  const record = (name: string) => ({
    add: (value: number, attributes?: object) =>
      recorded.push([name, value, ...(attributes ? [attributes] : [])]),
    record: (value: number, attributes?: object) =>
      recorded.push([name, value, ...(attributes ? [attributes] : [])]),
  });
  const metrics = metricsServiceMock.mock({
    createCounter: record,
    createHistogram: record,
    createObservableGauge: name => ({
      addCallback: callback => gauges.set(name, callback as never),
      removeCallback: () => {},
    }),
  });
  return { subject: new PortalMeter(metrics), recorded, gauges };
}

it('documents every metric with its kind, and none that is not there', () => {
  const kinds = new Map<string, string>();
  const kept = (kind: string) => (name: string) => {
    kinds.set(name, kind);
    return { add() {}, record() {}, addCallback() {}, removeCallback() {} };
  };
  const metrics = metricsServiceMock.mock({
    createCounter: kept('counter'),
    createHistogram: kept('histogram'),
    createObservableGauge: kept('gauge'),
  });
  const counts = async () => ({
    byHeld: {},
    byPhase: {},
    unroutedAttention: 0,
  });
  expect(new PortalMeter(metrics, { counts })).toBeDefined();
  const text = readFileSync(
    resolve(__dirname, '../../../../docs/metrics.md'),
    'utf8',
  );
  const documented = text.matchAll(/^\| `(agent_tasks[^`]+)` +\| (\w+)/gm);
  expect(
    new Map([...documented].map(([, name, kind]) => [name, kind])),
  ).toEqual(kinds);
});

it('counts a task once for each state it comes into', () => {
  const { subject, recorded } = meter();
  const queued = taskIn('queued');
  subject.changed(null, queued);
  subject.changed(queued, { ...queued, title: 'Another' });
  expect(recorded).toEqual([
    [
      'agent_tasks.task.count',
      1,
      { state: 'queued', provider: 'github-copilot' },
    ],
  ]);
});

it('measures the wait from the queue to the claim', () => {
  const { subject, recorded } = meter();
  const queued = taskAfter(taskIn('queued'), ['preflighted']);
  const claimed = taskAfter(queued, ['claimed'], NOON + 30_000);
  subject.changed(queued, claimed);
  expect(recorded).toContainEqual(['agent_tasks.queue.delay', 30]);
});

it('counts an outcome when it is judged, and again when it is corrected', () => {
  const { subject, recorded } = meter();
  const tracked = taskIn('tracking');
  const failed = { ...tracked, outcome: 'failed' as const };
  subject.changed(tracked, failed);
  subject.changed(failed, failed);
  subject.changed(failed, { ...failed, outcome: 'succeeded' });
  const outcomes = recorded.filter(
    ([name]) => name === 'agent_tasks.outcome.count',
  );
  expect(outcomes.map(([, , labels]) => labels)).toEqual([
    { outcome: 'failed' },
    { outcome: 'succeeded' },
  ]);
});

it('counts verdicts, reads, requests and alarms under closed labels', () => {
  const { subject, recorded } = meter();
  subject.startVerdict('created');
  subject.dropped();
  subject.observation('duplicate');
  subject.providerRequest('read', 'rate_limited', 1_500);
  subject.alarm('duplicate_start');
  subject.alarm('foreign');
  expect(recorded).toEqual([
    ['agent_tasks.start.count', 1, { verdict: 'created' }],
    ['agent_tasks.start.count', 1, { verdict: 'stale' }],
    ['agent_tasks.observation.count', 1, { class: 'duplicate' }],
    [
      'agent_tasks.provider.request.duration',
      1.5,
      { operation: 'read', outcome: 'rate_limited' },
    ],
    ['agent_tasks.start.second', 1],
    ['agent_tasks.alarm.count', 1, { code: 'duplicate_start' }],
    ['agent_tasks.alarm.count', 1, { code: 'foreign' }],
  ]);
});

it('asks the database only when somebody collects', async () => {
  const { subject, gauges } = meter();
  const counts = jest.fn(async () => ({
    byHeld: { frozen: 3 },
    byPhase: { quarantined: 2 },
    unroutedAttention: 0,
  }));
  subject.observeCounts(counts);
  expect(counts).not.toHaveBeenCalled();
  const seen: unknown[] = [];
  for (const [name, callback] of gauges) {
    await callback({
      observe: (value, labels) => seen.push([name, value, labels]),
    });
  }
  expect(seen).toEqual([
    ['agent_tasks.queue.length', 3, { reason: 'frozen' }],
    ['agent_tasks.quarantined', 2, undefined],
    ['agent_tasks.attention.unrouted', 0, undefined],
  ]);
});
