import { TaskAsk } from '@agent-tasks/backstage-plugin-agent-tasks-backend/src/domain/task/taskAsk';
import { drawPerson, drawService, drawTeam, drawTemplate } from './company';
import { Dice } from './Dice';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

const TITLES: Record<string, string> = {
  'dependency-bump': 'Upgrade lodash to 4.17.21',
  'new-service-bootstrap': 'Give the new service its first tests',
  'release-notes': 'Write the release notes of this week',
  'test-modernization': 'Move the tests from mocha to jest',
  'migration-proposal': 'Propose the way to the new logger',
};

/** What somebody in the company asks for. */
export function drawAsk(dice: Dice, id: string): TaskAsk {
  const team = drawTeam(dice);
  const { entityRef, slug } = drawService(dice, team);
  const template = drawTemplate(dice);
  const isScaffolded = dice.next() < 0.2;
  return {
    id,
    title: `${TITLES[template]} in ${slug}`,
    entityRef,
    isEntityBound: true,
    repository: {
      host: 'github.com',
      slug,
      url: `https://github.com/${slug}`,
      id: null,
    },
    baseRef: 'default',
    requestedModel: 'auto',
    customAgent: null,
    createPullRequest: true,
    template: {
      ref: `agenttasktemplate:default/${template}`,
      version: '1.2.0',
      digest: digestLike(dice),
    },
    promptDigest: digestLike(dice),
    approvalDigest: digestLike(dice),
    requester: { ref: drawPerson(dice, team), type: 'user' },
    via: isScaffolded
      ? { kind: 'scaffolder', ref: 'template:default/new-service', run: id }
      : { kind: 'portal', ref: null, run: null },
    identity: { id: 'portal', type: 'token', login: null },
    policy: {
      id: 'services',
      version: 3,
      digest: digestLike(dice),
      result: 'allow',
      fourEyes: true,
    },
    terms: {
      success: 'merged',
      requiredChecks: ['test', 'lint'],
      routing: { remindAfter: 4 * HOUR, escalateAfter: DAY, escalateTo: null },
      timeLimits: {
        queued: 7 * DAY,
        approval: 3 * DAY,
        running: 2 * HOUR,
        waitingForUser: 3 * DAY,
        settleBy: 14 * DAY,
      },
      rollback: ['close-pull-request'],
      fallbackWithoutModel: false,
    },
    providerId: 'github-copilot',
    priority: 0,
    fairKey: team.ref,
    estimatedCost: 120,
    parentTaskId: null,
    people: {
      owners: [team.ref],
      approvers: ['group:default/architects'],
      reviewers: [],
      operators: ['group:default/operators'],
      identityOwners: ['group:default/platform'],
      budgetOwners: ['group:default/finance'],
      fallback: ['group:default/platform'],
      isOwnerSubstituted: false,
    },
  };
}

/** As long as a real one. */
function digestLike(dice: Dice): string {
  const eight = () =>
    dice
      .below(2 ** 32)
      .toString(16)
      .padStart(8, '0');
  return `sha256:${Array.from({ length: 8 }, eight).join('')}`;
}
