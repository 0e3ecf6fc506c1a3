import { ActionContext } from '@backstage/plugin-scaffolder-node';
import { JsonValue } from '@backstage/types';

/** What a step may give. */
export type RunInput = {
  template: string;
  parameters?: Record<string, JsonValue>;
  repoUrl: string;
  entityRef?: string;
  baseRef?: string;
  title?: string;
  createPullRequest?: boolean;
  waitFor?: 'none' | 'finished';
  timeout?: string;
  onCancel?: 'keep' | 'cancel';
};

/** What later steps may read. */
export type RunOutput = {
  taskId: string;
  taskUrl: string;
  state: string;
  pullRequestUrl?: string;
};

export type RunContext = ActionContext<RunInput, RunOutput>;
