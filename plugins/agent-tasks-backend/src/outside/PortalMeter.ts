import {
  FailureClass,
  stateOf,
  StartVerdict,
} from '@agent-tasks/backstage-plugin-agent-tasks-common';
import { MetricsService } from '@backstage/backend-plugin-api/alpha';
import { ObservationClass } from '../domain/observation/observation';
import { Task } from '../domain/task/task';
import { AlarmCode } from '../domain/task/taskEffect';
import { Meter } from '../engine/ports/Meter';

/** Figures that are counted in the database when somebody collects them. */
export interface MeterCounts {
  byHeld: Record<string, number>;
  byPhase: Record<string, number>;
  unroutedAttention: number;
}

/**
 * Backstage's metrics. Labels are closed sets: a reference or an id as label would grow without
 * end, and would show in dashboards what a permission hides.
 */
export class PortalMeter implements Meter {
  private readonly tasks;
  private readonly outcomes;
  private readonly starts;
  private readonly secondStarts;
  private readonly queueDelay;
  private readonly observations;
  private readonly requests;
  private readonly alarms;

  /** @param figures - counted in the database; left out: there is none to count in */
  constructor(
    private readonly metrics: MetricsService,
    figures?: { counts(): Promise<MeterCounts> },
  ) {
    if (figures) this.observeCounts(() => figures.counts());
    this.tasks = metrics.createCounter('agent_tasks.task.count', {
      description: 'Tasks that came into a state',
    });
    this.outcomes = metrics.createCounter('agent_tasks.outcome.count', {
      description: 'Tasks by what came of them',
    });
    this.starts = metrics.createCounter('agent_tasks.start.count', {
      description:
        'Starts by what they proved; stale: of a worker that was replaced',
    });
    this.secondStarts = metrics.createCounter('agent_tasks.start.second', {
      description: 'Tasks that the provider has twice: must stay 0',
    });
    this.queueDelay = metrics.createHistogram('agent_tasks.queue.delay', {
      description: 'Time from the queue to the claim',
      unit: 's',
    });
    this.observations = metrics.createCounter('agent_tasks.observation.count', {
      description: 'Reads of the provider by what they were',
    });
    this.requests = metrics.createHistogram(
      'agent_tasks.provider.request.duration',
      { description: 'Requests to the provider', unit: 's' },
    );
    this.alarms = metrics.createCounter('agent_tasks.alarm.count', {
      description: 'What should never happen, by code',
    });
  }

  /** Gauges are asked for when they are collected, so they cost nothing in between. */
  observeCounts(counts: () => Promise<MeterCounts>): void {
    this.metrics
      .createObservableGauge('agent_tasks.queue.length', {
        description: 'Waiting tasks by reason',
      })
      .addCallback(async result => {
        const { byHeld } = await counts();
        Object.entries(byHeld).forEach(([reason, count]) =>
          result.observe(count, { reason }),
        );
      });
    this.metrics
      .createObservableGauge('agent_tasks.quarantined', {
        description: 'Unclear starts that wait for an operator',
      })
      .addCallback(async result => {
        result.observe((await counts()).byPhase.quarantined ?? 0);
      });
    this.metrics
      .createObservableGauge('agent_tasks.attention.unrouted', {
        description: 'Tasks that need a person and reach nobody: must stay 0',
      })
      .addCallback(async result => {
        result.observe((await counts()).unroutedAttention);
      });
  }

  changed(before: Task | null, after: Task): void {
    const state = stateOf(after);
    if (before === null || stateOf(before) !== state) {
      this.tasks.add(1, { state, provider: after.providerId });
    }
    if (after.outcome !== 'pending' && before?.outcome !== after.outcome) {
      this.outcomes.add(1, { outcome: after.outcome });
    }
    if (before?.phase === 'queued' && after.phase === 'starting') {
      const { queuedAt, intentAt } = after;
      if (queuedAt !== null && intentAt !== null) {
        this.queueDelay.record((intentAt - queuedAt) / 1000);
      }
    }
  }

  observation(name: ObservationClass): void {
    this.observations.add(1, { class: name });
  }

  dropped(): void {
    this.starts.add(1, { verdict: 'stale' });
  }

  startVerdict(kind: StartVerdict['kind']): void {
    this.starts.add(1, { verdict: kind });
  }

  providerRequest(
    operation: string,
    outcome: 'ok' | FailureClass,
    durationMs: number,
  ): void {
    this.requests.record(durationMs / 1000, { operation, outcome });
  }

  alarm(code: AlarmCode): void {
    if (code === 'duplicate_start') this.secondStarts.add(1);
    this.alarms.add(1, { code });
  }
}
