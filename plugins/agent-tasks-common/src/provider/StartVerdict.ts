import { FailureClass } from '../vocabulary/failureClass';
import { ProviderTask } from './ProviderTask';

/**
 * What we ask the provider to start. The prompt is sent as it is, marker line included.
 *
 * @public
 */
export interface StartAsk {
  repository: {
    id: string;
    host: string;
    slug: string;
    /** As read; lets "not found" be told apart: too new (`not_ready`) or switched off. */
    createdAt?: number;
  };
  prompt: string;
  /** Absent: the provider chooses. */
  model?: string;
  customAgent?: string;
  baseRef: string;
  headRef?: string;
  /** Always sent: leaving it out opens a pull request at GitHub. */
  createPullRequest: boolean;
}

/**
 * What one start request proved. Only `notSent` and `turnedAway` allow the machine to send again;
 * after `ambiguous` nobody but a person may.
 *
 * @public
 */
export type StartVerdict =
  | { kind: 'created'; task: ProviderTask; requestId?: string }
  | {
      kind: 'refused';
      failureClass: FailureClass;
      status: number;
      requestId?: string;
    }
  | {
      kind: 'turnedAway';
      /** Milliseconds since the epoch: not to be asked again before. */
      until: number;
      status: number;
      requestId?: string;
    }
  | {
      kind: 'notSent';
      /** `moved`: the provider answered with a redirect, which is never followed. */
      reason: 'guard' | 'breaker' | 'unreachable' | 'moved';
    }
  | {
      kind: 'ambiguous';
      reason:
        | 'unreadable_answer'
        | 'unexpected_status'
        | 'server_error'
        | 'connection_lost'
        | 'timeout';
      status?: number;
      requestId?: string;
    };

/**
 * Why a call other than a start gave no value. No upstream text: the class is all that leaves the
 * provider.
 *
 * @public
 */
export interface ProviderFailure {
  failureClass: FailureClass;
  /** HTTP status, when there was an answer. */
  status?: number;
  /** Milliseconds since the epoch: not to be asked again before. */
  retryAt?: number;
  requestId?: string;
}

/**
 * A value or a classified failure; providers never throw for what happens at the other side.
 *
 * @public
 */
export type ProviderResult<T> =
  | { ok: true; value: T }
  | { ok: false; failure: ProviderFailure };
