import type { Template } from '@agent-tasks/backstage-plugin-agent-tasks-common';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import {
  RiHourglassLine,
  RiPlayCircleLine,
  RiShieldUserLine,
} from '@remixicon/react';
import { agentTasksTranslationRef } from '../../translations';
import { ErrorFace } from '../faces/ErrorFace';
import { DuplicateNotice } from './DuplicateNotice';
import { titleOf, Translate } from './form/ruleWords';
import { Outlook, Problem } from './outlook';
import { Problems } from './Problems';
import { StartSentence } from './StartSentence';

/** What the button under it would do, or why it cannot. */
export function RunOutlook(props: {
  outlook: Outlook;
  template: Template;
  createPullRequest: boolean | undefined;
  reviewers: readonly string[];
  isMeantTwice: boolean;
  onInsist: () => void;
  onRetry: () => void;
}) {
  const { outlook, template } = props;
  const { t } = useTranslationRef(agentTasksTranslationRef);
  switch (outlook.kind) {
    case 'working':
      return <Quiet>{t('run.working')}</Quiet>;
    case 'unknown':
      return (
        <ErrorFace
          title={t('run.previewFailed')}
          error={outlook.error}
          onRetry={props.onRetry}
        />
      );
    case 'refused':
      return (
        <Problems
          problems={outlook.problems}
          parameters={template.parameters}
        />
      );
    case 'duplicate':
      return (
        <DuplicateNotice taskId={outlook.taskId} onInsist={props.onInsist} />
      );
    case 'incomplete':
      return (
        <Quiet>
          {stillToDo(outlook.problem, template.parameters, t).join(' · ')}
        </Quiet>
      );
    default: {
      const { policy, queue } = outlook.preview;
      const Icon = iconOf(policy.result === 'ask', queue?.held !== undefined);
      return (
        <Box sx={{ display: 'flex', gap: 1, alignItems: 'flex-start' }}>
          <Icon size={20} aria-hidden style={{ flex: 'none' }} />
          <Typography
            variant="body2"
            sx={{ fontWeight: 600, overflowWrap: 'anywhere' }}
          >
            <StartSentence
              preview={outlook.preview}
              createPullRequest={props.createPullRequest}
              reviewers={props.reviewers}
            />
            {props.isMeantTwice && <> · {t('run.duplicateMeant')}</>}
          </Typography>
        </Box>
      );
    }
  }
}

/** What is left out, and what has to be written otherwise. */
function stillToDo(
  { message, violations }: Problem,
  parameters: Template['parameters'],
  t: Translate,
): string[] {
  const nameOf = (field: string) => field.split('.')[1] ?? field;
  const missing = violations.filter(({ rule }) => rule === 'required');
  const wrong = violations.filter(({ rule }) => rule !== 'required');
  if (violations.length === 0) return [message];
  return [
    ...(missing.length > 0
      ? [
          t('run.needed', {
            fields: missing
              .map(({ field }) => titleOf(parameters, nameOf(field)))
              .join(', '),
          }),
        ]
      : []),
    ...(wrong.length > 0
      ? [
          t('run.mend', {
            fields: [
              ...new Set(
                wrong.map(({ field }) => titleOf(parameters, nameOf(field))),
              ),
            ].join(', '),
          }),
        ]
      : []),
  ];
}

function iconOf(isAsked: boolean, isHeld: boolean) {
  if (isAsked) return RiShieldUserLine;
  return isHeld ? RiHourglassLine : RiPlayCircleLine;
}

function Quiet(props: { children: string }) {
  return (
    <Typography variant="body2" sx={{ color: 'var(--bui-fg-secondary)' }}>
      {props.children}
    </Typography>
  );
}
