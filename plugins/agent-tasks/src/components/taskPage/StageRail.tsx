import type { Task } from '@agent-tasks/backstage-plugin-agent-tasks-common';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import Box from '@mui/material/Box';
import Paper from '@mui/material/Paper';
import {
  RemixiconComponentType,
  RiCheckboxBlankCircleLine,
  RiCheckboxCircleFill,
  RiIndeterminateCircleLine,
  RiRecordCircleLine,
} from '@remixicon/react';
import { tones } from '../../theme/tones';
import { agentTasksTranslationRef } from '../../translations';
import { Age } from '../text/Age';
import { railOf, RailStep } from './words/railOf';

const looks: Record<
  RailStep['place'],
  { Icon: RemixiconComponentType; colour: string }
> = {
  reached: { Icon: RiCheckboxCircleFill, colour: tones.good.text },
  now: { Icon: RiRecordCircleLine, colour: tones.active.text },
  skipped: { Icon: RiIndeterminateCircleLine, colour: tones.quiet.text },
  ahead: { Icon: RiCheckboxBlankCircleLine, colour: tones.quiet.text },
};

/** The five steps of every task with the times at which this one reached them. */
export function StageRail({ task }: { task: Task }) {
  const { t } = useTranslationRef(agentTasksTranslationRef);
  return (
    <Paper sx={{ px: 2, py: 1.5 }}>
      <Box
        component="ol"
        aria-label={t('task.stage.label')}
        sx={{
          m: 0,
          p: 0,
          listStyle: 'none',
          display: 'grid',
          gap: 1,
          gridTemplateColumns: { xs: '1fr', sm: 'repeat(5, minmax(0, 1fr))' },
        }}
      >
        {railOf(task.stages).map(step => (
          <Step key={step.stage} {...step} />
        ))}
      </Box>
    </Paper>
  );
}

function Step({ stage, at, place }: RailStep) {
  const { t } = useTranslationRef(agentTasksTranslationRef);
  const { Icon, colour } = looks[place];
  const isFaint = place === 'ahead' || place === 'skipped';
  return (
    <Box
      component="li"
      aria-current={place === 'now' ? 'step' : undefined}
      sx={{
        display: 'flex',
        flexDirection: { xs: 'row', sm: 'column' },
        alignItems: { xs: 'center', sm: 'flex-start' },
        gap: { xs: 1, sm: 0.25 },
        pt: { xs: 0, sm: 1 },
        borderTop: { xs: 'none', sm: '2px solid' },
        borderColor: { sm: isFaint ? 'var(--bui-border-2)' : colour },
        fontSize: 'var(--bui-font-size-3)',
      }}
    >
      <Box sx={{ display: 'flex', alignItems: 'center', gap: 0.75 }}>
        <Icon size={16} color={colour} aria-hidden style={{ flexShrink: 0 }} />
        <Box
          component="span"
          sx={{
            fontWeight: place === 'now' ? 700 : 500,
            color: isFaint
              ? 'var(--bui-fg-secondary)'
              : 'var(--bui-fg-primary)',
          }}
        >
          {t(`task.stage.${stage}`)}
        </Box>
      </Box>
      <Box
        component="span"
        sx={{
          fontSize: 'var(--bui-font-size-2)',
          color: 'var(--bui-fg-secondary)',
        }}
      >
        {at ? <Age at={at} isExact /> : t(`task.stage.${place}`)}
      </Box>
    </Box>
  );
}
