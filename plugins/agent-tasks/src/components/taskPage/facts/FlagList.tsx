import type { TaskFlag } from '@agent-tasks/backstage-plugin-agent-tasks-common';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import { RiFlag2Line } from '@remixicon/react';
import { agentTasksTranslationRef } from '../../../translations';

/** The marks on a task, each with what it means. */
export function FlagList(props: { flags: readonly TaskFlag[] }) {
  const { t } = useTranslationRef(agentTasksTranslationRef);
  return (
    <Box sx={{ mt: 2 }}>
      <Typography
        component="h3"
        sx={{ fontSize: 'var(--bui-font-size-3)', fontWeight: 600 }}
      >
        {t('task.fact.flags')}
      </Typography>
      <Box component="ul" sx={{ m: 0, p: 0, listStyle: 'none' }}>
        {props.flags.map(flag => (
          <Box
            component="li"
            key={flag}
            sx={{ display: 'flex', gap: 0.75, mt: 0.75 }}
          >
            <RiFlag2Line
              size={16}
              aria-hidden
              style={{ flexShrink: 0, marginTop: 2 }}
            />
            <Typography variant="body2">{t(`task.flag.${flag}`)}</Typography>
          </Box>
        ))}
      </Box>
    </Box>
  );
}
