/**
 * Everything the simulator knows, as plain data: it is written to a file as it is, and read back as it is. Times are
 * milliseconds since 1970 by the simulator's own clock. What an answer looks like is decided in `api/`, not here.
 */
export interface World {
  format: 1;
  /** Decides ids, names, durations and which script an agent plays. */
  seed: number;
  /** How far the simulator's clock was moved ahead of the machine's. */
  clockOffsetMs: number;
  /** The last number drawn per kind of thing. */
  counters: Record<string, number>;
  organizations: Organization[];
  accounts: Account[];
  tokens: Token[];
  repositories: Repository[];
  tasks: Record<string, Task>;
  pulls: Record<string, PullRequest>;
  runs: Record<string, Run>;
  checkRuns: CheckRun[];
  comments: Comment[];
  reviews: Review[];
  /** Scripts ordered for the next tasks, first come first served. */
  scriptOrders: ScriptOrder[];
  /** What happens by itself later, ordered by `dueAt`, then `sequence`. */
  agenda: AgendaItem[];
}

export interface Organization {
  id: number;
  login: string;
}

export interface Account {
  id: number;
  login: string;
  name: string;
  /** Whether the person has a Copilot seat; without one the agent tasks answer 403. */
  seat: boolean;
  createdAt: number;
}

export type TokenKind =
  | 'fine_grained'
  | 'classic'
  | 'oauth'
  | 'app_user'
  | 'installation';

export interface Token {
  value: string;
  login: string;
  kind: TokenKind;
  /** The fine-grained permission "Agent tasks". */
  agentTasks: 'none' | 'read' | 'write';
  /** Slugs the token may see; null means all that its owner sees. */
  repositories: string[] | null;
  expiresAt: number | null;
  revokedAt: number | null;
}

export type Permission =
  | 'none'
  | 'read'
  | 'triage'
  | 'write'
  | 'maintain'
  | 'admin';

export interface Repository {
  id: number;
  owner: string;
  name: string;
  /** Slugs it had before; GitHub redirects them until somebody takes them. */
  formerSlugs: string[];
  description: string;
  private: boolean;
  defaultBranch: string;
  collaborators: Record<string, Permission>;
  branches: Branch[];
  /** Files of the default branch. */
  files: Record<string, string>;
  /** Off: the agent answers 404, as where an organization has not enabled it. */
  agentEnabled: boolean;
  /** Until then the agent answers 404: a new repository takes a while. */
  agentReadyAt: number;
  /** Whether a person must let the checks of agent pull requests run. */
  workflowApproval: boolean;
  archived: boolean;
  createdAt: number;
  updatedAt: number;
}

export interface Branch {
  name: string;
  sha: string;
}

export type TaskState =
  | 'queued'
  | 'in_progress'
  | 'completed'
  | 'failed'
  | 'idle'
  | 'waiting_for_user'
  | 'timed_out'
  | 'cancelled';

/** The order a client gave when it started the task. */
export interface Ask {
  prompt: string;
  model: string | null;
  customAgent: string | null;
  /** null: the field was left out. */
  createPullRequest: boolean | null;
  baseRef: string;
  headRef: string | null;
}

export interface Task {
  id: string;
  /** 1 for the first task of this world; what the seed's choices are keyed by. */
  ordinal: number;
  repositoryId: number;
  creatorId: number;
  name: string;
  ask: Ask;
  /** The text behind `Portal-Task-Ref:` in the prompt. */
  marker: string | null;
  script: string;
  /** Names of the quirks drawn for this task. */
  quirks: string[];
  sessions: Session[];
  pullId: number | null;
  /** Set once something was pushed: only then it is an artifact. */
  pushedBranch: string | null;
  createdAt: number;
  updatedAt: number;
  archivedAt: number | null;
  /** Lists leave the task out before this. */
  listedAt: number;
  /** Reads by id show no sessions before this. */
  sessionsShownAt: number;
}

export interface Session {
  id: string;
  state: TaskState;
  prompt: string;
  headRef: string | null;
  baseRef: string;
  model: string;
  usage: Usage | null;
  error: string | null;
  /** Shown on the task's page only: GitHub's API does not tell it. */
  question: string | null;
  /** What people answered, in order; shown beside the question. */
  answers?: Answer[];
  runId: number | null;
  createdAt: number;
  updatedAt: number;
  completedAt: number | null;
}

export interface Answer {
  /** null where the agent only sat idle. */
  question: string | null;
  askedAt: number;
  text: string;
  login: string;
  at: number;
}

export interface Usage {
  type: 'ai_credits' | 'premium_requests';
  /** Nano units for `ai_credits`. */
  amount: number;
}

export interface PullRequest {
  /** The database id, which artifacts carry; not the number people see. */
  id: number;
  number: number;
  repositoryId: number;
  taskId: string | null;
  authorLogin: string;
  title: string;
  body: string;
  state: 'open' | 'closed';
  draft: boolean;
  headRef: string;
  headSha: string;
  baseRef: string;
  baseSha: string;
  files: PullFile[];
  commits: number;
  mergeable: boolean;
  /** How its checks end once a person lets them run. */
  checksWill: 'pass' | 'fail';
  requestedReviewers: string[];
  mergedAt: number | null;
  mergedBy: string | null;
  closedAt: number | null;
  createdAt: number;
  updatedAt: number;
}

export interface PullFile {
  filename: string;
  status: 'added' | 'modified' | 'removed';
  additions: number;
  deletions: number;
  patch: string;
  /** The whole file after the change; null when removed. */
  content: string | null;
}

export interface Run {
  id: number;
  repositoryId: number;
  name: string;
  path: string;
  event: string;
  headBranch: string;
  headSha: string;
  status: 'queued' | 'in_progress' | 'completed';
  conclusion: string | null;
  actorLogin: string;
  runNumber: number;
  taskId: string | null;
  pullId: number | null;
  createdAt: number;
  updatedAt: number;
}

export interface CheckRun {
  id: number;
  repositoryId: number;
  runId: number;
  name: string;
  headSha: string;
  status: 'queued' | 'in_progress' | 'completed';
  conclusion: 'success' | 'failure' | 'cancelled' | null;
  startedAt: number;
  completedAt: number | null;
}

export interface Comment {
  id: number;
  pullId: number;
  authorLogin: string;
  body: string;
  createdAt: number;
}

export interface Review {
  id: number;
  pullId: number;
  authorLogin: string;
  state: 'APPROVED' | 'CHANGES_REQUESTED' | 'COMMENTED';
  body: string;
  commitId: string;
  submittedAt: number;
}

/** One thing that happens by itself; `does` names a step of `agents/`. */
export interface AgendaItem {
  sequence: number;
  dueAt: number;
  does: string;
  taskId: string | null;
  pullId: number | null;
  /** Free data of the step. */
  detail: Record<string, string | number | boolean | null>;
}

export interface ScriptOrder {
  script: string;
  /** How many more tasks it is for. */
  times: number;
  /** Slug; null for any repository. */
  repository: string | null;
}
