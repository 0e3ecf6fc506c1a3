import type { TaskList } from '@agent-tasks/backstage-plugin-agent-tasks-common';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import { RiRobot2Line } from '@remixicon/react';
import { RefObject } from 'react';
import { useNeedsYou } from '../../hooks/running/useNeedsYou';
import { useReviewCapacity } from '../../hooks/running/useReviewCapacity';
import { agentTasksTranslationRef } from '../../translations';

/** "1 needs you · 2 of 5 review slots used", and the button that starts a task. */
export function EntityHeadline(props: {
  entityRef: string;
  firstPage: TaskList | undefined;
  runButton: RefObject<HTMLButtonElement>;
  onRun: () => void;
}) {
  const { entityRef, firstPage, runButton, onRun } = props;
  const { t } = useTranslationRef(agentTasksTranslationRef);
  const needsYou = useNeedsYou(entityRef, firstPage);
  const { capacity } = useReviewCapacity();
  const parts = [
    needsYou !== undefined &&
      (needsYou === 0
        ? t('entity.nothingNeedsYou')
        : t('entity.needsYou', { count: needsYou })),
    capacity &&
      t('entity.slots', {
        used: String(capacity.used),
        limit: String(capacity.limit),
      }),
  ].filter(Boolean);
  return (
    <Box
      sx={{
        display: 'flex',
        flexWrap: 'wrap',
        alignItems: 'center',
        justifyContent: 'space-between',
        gap: 2,
        minHeight: 40,
      }}
    >
      <Typography
        component="h2"
        sx={{ fontSize: 'var(--bui-font-size-4)', fontWeight: 600 }}
      >
        {parts.length > 0 ? parts.join(' · ') : t('common.agentTasks')}
      </Typography>
      <Button
        ref={runButton}
        variant="contained"
        startIcon={<RiRobot2Line size={16} aria-hidden />}
        onClick={onRun}
      >
        {t('common.run')}
      </Button>
    </Box>
  );
}
