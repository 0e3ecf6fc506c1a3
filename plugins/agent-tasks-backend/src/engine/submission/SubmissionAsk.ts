import {
  CreateTaskRequest,
  TaskScope,
} from '@agent-tasks/backstage-plugin-agent-tasks-common';
import { Directory } from '../ports/Directory';
import { TaskCaller } from './SubmissionParts';

/** A task that somebody wants, already signed in and permitted. */
export interface SubmissionAsk {
  body: CreateTaskRequest;
  caller: TaskCaller;
  /** The catalog as the caller may see it. */
  directory: Directory;
  requestId: string;
}

/** What is to be different from the task that is done over. */
export interface RunAgain {
  parentTaskId: string;
  /** What the requester adds to the prompt. */
  addition: string | null;
  /** In place of the template's, and never wider in numbers. */
  scope: TaskScope | null;
  /** The branch to go on from, in place of the base that the policy is asked about. */
  continueFrom: string | null;
}
