import type {
  Attention,
  TaskStatus,
} from '@agent-tasks/backstage-plugin-agent-tasks-common';
import {
  RemixiconComponentType,
  RiAlertLine,
  RiChat3Line,
  RiCheckLine,
  RiCloseCircleLine,
  RiGitPullRequestLine,
  RiHourglassLine,
  RiLoader4Line,
  RiProhibitedLine,
  RiQuestionLine,
  RiShieldUserLine,
  RiForbid2Line,
} from '@remixicon/react';
import { Tone } from '../theme/tones';

/** How a word looks: the word itself is a translation under the same key. */
export interface WordLook {
  Icon: RemixiconComponentType;
  tone: Tone;
}

/** The nine words people see. */
export const statusLooks: Record<TaskStatus, WordLook> = {
  needs_approval: { Icon: RiShieldUserLine, tone: 'warning' },
  waiting: { Icon: RiHourglassLine, tone: 'quiet' },
  working: { Icon: RiLoader4Line, tone: 'active' },
  needs_you: { Icon: RiChat3Line, tone: 'warning' },
  in_review: { Icon: RiGitPullRequestLine, tone: 'active' },
  done: { Icon: RiCheckLine, tone: 'good' },
  not_done: { Icon: RiCloseCircleLine, tone: 'bad' },
  cancelled: { Icon: RiProhibitedLine, tone: 'quiet' },
  unclear: { Icon: RiQuestionLine, tone: 'bad' },
};

/** The groups of the inbox. */
export const attentionLooks: Record<Attention, WordLook> = {
  question: { Icon: RiChat3Line, tone: 'warning' },
  approval: { Icon: RiShieldUserLine, tone: 'warning' },
  review: { Icon: RiGitPullRequestLine, tone: 'active' },
  failure: { Icon: RiAlertLine, tone: 'bad' },
  blocked: { Icon: RiForbid2Line, tone: 'warning' },
  unconfirmed: { Icon: RiQuestionLine, tone: 'bad' },
};
