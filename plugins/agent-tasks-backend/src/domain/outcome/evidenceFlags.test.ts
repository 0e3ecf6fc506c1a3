import { examplePullRequest, NOON } from '../testing/exampleData';
import {
  exampleEventWith,
  taskAfter,
  trackedTask,
} from '../testing/exampleTask';
import { EVIDENCE_FLAGS, EvidenceFlag } from './evidenceFlag';
import { Evidence, evidenceFlags } from './evidenceFlags';

const plain: Evidence = {
  scope: { outOfScope: [], flags: [] },
  report: null,
  requiredParts: [],
  allowedModels: null,
  requesterLogin: 'ana',
};

type PullRequest = Parameters<typeof examplePullRequest>[0];

const ended = (over: PullRequest = {}, state = 'completed') =>
  taskAfter(
    trackedTask({
      state,
      sessions: [{ id: 's1', state, createdAt: NOON, model: 'gpt-x' }],
    }),
    [
      exampleEventWith('artifactsRead', {
        pullRequests: [examplePullRequest(over)],
      }),
    ],
  );

type Row = [
  string,
  ReturnType<typeof ended>,
  Partial<Evidence>,
  EvidenceFlag[],
];

// One situation per line, so that the table reads as a table.
// prettier-ignore
const rows: Row[] = [
  ['nothing to remark', ended(), {}, []],
  ['files outside the scope', ended(), { scope: { outOfScope: ['x'], flags: ['out_of_scope_files'] } }, ['out_of_scope_files']],
  ['a change too large', ended(), { scope: { outOfScope: [], flags: ['too_large'] } }, ['too_large']],
  ['another base', ended({ baseRef: 'next' }), {}, ['unexpected_branch']],
  ['another model', ended(), { allowedModels: ['claude-*'] }, ['model_outside_policy']],
  ['an allowed model', ended(), { allowedModels: ['gpt-*'] }, []],
  ['no report where one is asked for', ended(), { requiredParts: ['tests'] }, ['report_missing']],
  ['no report yet', ended({}, 'in_progress'), { requiredParts: ['tests'] }, []],
  ['the requester alone approved', ended({ approvedBy: ['Ana'] }), {}, ['self_reviewed']],
  ['somebody else approved as well', ended({ approvedBy: ['ana', 'bo'] }), {}, []],
  ['nobody approved', ended({ approvedBy: [] }), {}, []],
];

describe('evidenceFlags', () => {
  it.each(rows)('%s', (_name, task, over, flags) => {
    expect(evidenceFlags(task, { ...plain, ...over })).toEqual(flags);
  });

  it('has a row for every flag', () => {
    const covered = rows.flatMap(([, , , flags]) => flags);
    expect(EVIDENCE_FLAGS.filter(flag => !covered.includes(flag))).toEqual([]);
  });

  it('a mark goes when a later read no longer shows it', () => {
    const read = (flags: EvidenceFlag[]) =>
      exampleEventWith('artifactsRead', { flags });
    const marked = taskAfter(ended(), [read(['self_reviewed'])]);
    expect(marked.flags).toEqual(['self_reviewed', 'shared_identity']);
    expect(taskAfter(marked, [read([])]).flags).toEqual(['shared_identity']);
  });

  it('what the files showed stands until there are new commits', () => {
    const read = (headSha: string, flags: EvidenceFlag[], updatedAt: number) =>
      exampleEventWith('artifactsRead', {
        pullRequests: [examplePullRequest({ headSha, updatedAt })],
        flags,
      });
    const marked = taskAfter(ended(), [
      read('b', ['out_of_scope_files'], NOON + 1),
    ]);
    const again = taskAfter(marked, [read('b', [], NOON + 2)]);
    expect(again.flags).toContain('out_of_scope_files');
    const mended = taskAfter(again, [read('c', [], NOON + 3)]);
    expect(mended.flags).not.toContain('out_of_scope_files');
  });

  it('half a success is marked until it is whole', () => {
    const failed = trackedTask({
      state: 'failed',
      artifacts: [{ type: 'branch', headRef: 'copilot/upgrade' }],
    });
    expect(failed.flags).toContain('partial_state');
    const merged = taskAfter(failed, [
      exampleEventWith('artifactsRead', {
        pullRequests: [examplePullRequest({ state: 'merged' })],
      }),
    ]);
    expect(merged.flags).not.toContain('partial_state');
  });
});
