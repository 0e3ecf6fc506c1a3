import type { TaskPreview } from '@agent-tasks/backstage-plugin-agent-tasks-common';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import Box from '@mui/material/Box';
import {
  RemixiconComponentType,
  RiCheckLine,
  RiCloseCircleLine,
  RiQuestionLine,
  RiSkipForwardLine,
} from '@remixicon/react';
import { Tone, tones } from '../../theme/tones';
import { agentTasksTranslationRef } from '../../translations';
import { Fold } from './Fold';

type Entry = TaskPreview['policy']['trace'][number];

const looks: Record<
  Entry['result'],
  { Icon: RemixiconComponentType; tone: Tone }
> = {
  allow: { Icon: RiCheckLine, tone: 'good' },
  deny: { Icon: RiCloseCircleLine, tone: 'bad' },
  ask: { Icon: RiQuestionLine, tone: 'warning' },
  skip: { Icon: RiSkipForwardLine, tone: 'quiet' },
};

/** Each check in the order in which it was asked, for those who want to know why. */
export function PolicyTrace(props: { policy: TaskPreview['policy'] }) {
  const { id, version, trace } = props.policy;
  const { t } = useTranslationRef(agentTasksTranslationRef);
  const name =
    id && version !== null
      ? t('run.policyOf', { policy: id, version: String(version) })
      : undefined;
  return (
    <Fold title={t('run.policy')} note={name}>
      <Box
        component="ol"
        sx={{
          m: 0,
          p: 0,
          maxHeight: 200,
          overflow: 'auto',
          listStyle: 'none',
          fontSize: 'var(--bui-font-size-2)',
        }}
      >
        {trace.map(({ policy, check, result, message }, index) => {
          const { Icon, tone } = looks[result];
          return (
            <Box
              component="li"
              key={index}
              sx={{ display: 'flex', gap: 1, alignItems: 'baseline', py: 0.25 }}
            >
              <Box
                component="span"
                sx={{ color: tones[tone].text, transform: 'translateY(2px)' }}
              >
                <Icon size={14} aria-hidden />
              </Box>
              <span>
                {policy ?? t('run.policyNone')} · {check}: {message}
              </span>
            </Box>
          );
        })}
      </Box>
    </Fold>
  );
}
