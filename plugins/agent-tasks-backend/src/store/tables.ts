/** The rows of the tables in `migrations/`. A bigint is a string on PostgreSQL. */
export type BigInteger = number | string;

/** The due columns: which loop looks at a task again, and when. */
export const DUE_COLUMNS = [
  'start_due_at',
  'read_due_at',
  'artifact_due_at',
  'judge_due_at',
  'remind_due_at',
] as const;

export type DueColumn = (typeof DUE_COLUMNS)[number];

export interface TaskRow {
  id: string;
  version: number;
  revision: number;
  created_at: BigInteger;
  updated_at: BigInteger;
  phase: string;
  state: string;
  status: string;
  outcome: string;
  held_reason: string | null;
  is_open: boolean;
  is_counted: boolean;
  title: string;
  search: string;
  entity_ref: string | null;
  repository_host: string;
  repository_slug: string;
  repository_id: string | null;
  requester_ref: string;
  via_kind: string;
  policy_id: string;
  identity_id: string;
  template_ref: string | null;
  provider: string;
  provider_task_id: string | null;
  branch: string | null;
  flight_key: string | null;
  duplicate_key: string | null;
  priority: number;
  fair_key: string;
  queued_at: BigInteger | null;
  attention: string | null;
  attention_reason: string | null;
  attention_since: BigInteger | null;
  attention_due_at: BigInteger | null;
  assignee: string | null;
  snoozed_until: BigInteger | null;
  epoch: number;
  lease_holder: string | null;
  lease_until: BigInteger | null;
  preflight_at: BigInteger | null;
  start_due_at: BigInteger | null;
  read_due_at: BigInteger | null;
  artifact_due_at: BigInteger | null;
  judge_due_at: BigInteger | null;
  remind_due_at: BigInteger | null;
  started_at: BigInteger | null;
  ended_at: BigInteger | null;
  event_count: number;
  chain_head: string | null;
  document: string;
}

export interface EventRow {
  task_id: string;
  seq: number;
  at: BigInteger;
  type: string;
  actor_type: string;
  actor_ref: string | null;
  actor_plugin: string | null;
  source: string;
  request_id: string | null;
  from_phase: string | null;
  to_phase: string | null;
  payload_digest: string;
  mac: string;
}

export interface EventPayloadRow {
  task_id: string;
  seq: number;
  salt: string;
  payload: string;
}

export interface EffectRow {
  id: string;
  dedupe_key: string;
  task_id: string;
  kind: string;
  payload: string;
  due_at: BigInteger | null;
  created_at: BigInteger;
  performed_at: BigInteger | null;
  attempts: number;
}

export interface IdentityTableRow {
  id: string;
  login: string | null;
  account_id: string | null;
  expires_at: BigInteger | null;
  invalid_since: BigInteger | null;
  next_start_at: BigInteger | null;
  live_since: BigInteger | null;
  archived_since: BigInteger | null;
  next_sweep_at: BigInteger | null;
  next_archived_sweep_at: BigInteger | null;
  last_swept_at: BigInteger | null;
}
