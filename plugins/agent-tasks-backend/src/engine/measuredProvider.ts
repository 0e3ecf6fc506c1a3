import {
  FAILURE_CLASSES,
  FailureClass,
} from '@agent-tasks/backstage-plugin-agent-tasks-common';
import { AgentProvider } from '@agent-tasks/backstage-plugin-agent-tasks-node';
import { Meter } from './ports/Meter';

type Outcome = 'ok' | FailureClass;

/** The same provider, with a measure taken of everything it is asked over the network. */
export function measuredProvider(
  provider: AgentProvider,
  meter: Pick<Meter, 'providerRequest'>,
  clock: () => number,
): AgentProvider {
  return new Proxy(provider, {
    get(target, name) {
      // Asked of the provider itself: it may keep what it has where no proxy can reach.
      const member: unknown = Reflect.get(target, name, target);
      if (typeof member !== 'function') return member;
      return (...asked: unknown[]) => {
        const since = clock();
        const answer: unknown = member.apply(target, asked);
        if (!(answer instanceof Promise)) return answer;
        const measure = (outcome: Outcome) =>
          meter.providerRequest(String(name), outcome, clock() - since);
        return answer.then(
          told => {
            measure(outcomeOf(told));
            return told;
          },
          error => {
            measure('unknown');
            throw error;
          },
        );
      };
    },
  });
}

/** The providers of a portal, each measured. */
export function measuredProviders(
  providers: ReadonlyMap<string, AgentProvider>,
  meter: Pick<Meter, 'providerRequest'>,
): ReadonlyMap<string, AgentProvider> {
  const clock = () => performance.now();
  return new Map(
    [...providers].map(([id, provider]) => [
      id,
      measuredProvider(provider, meter, clock),
    ]),
  );
}

/** Of every kind of answer that a provider gives; a label is never anything but a word of ours. */
function outcomeOf(answer: unknown): Outcome {
  const { ok, failure, kind, failureClass } = (answer ?? {}) as {
    ok?: boolean;
    failure?: { failureClass?: unknown };
    kind?: string;
    failureClass?: unknown;
  };
  if (ok === false) return classOf(failure?.failureClass);
  switch (kind) {
    case 'refused':
      return classOf(failureClass);
    case 'turnedAway':
      return 'rate_limited';
    case 'notSent':
      return 'not_sent';
    case 'ambiguous':
    case 'unclear':
      return 'unknown';
    default:
      return 'ok';
  }
}

function classOf(told: unknown): FailureClass {
  return FAILURE_CLASSES.find(known => known === told) ?? 'unknown';
}
