import { useTranslationRef } from '@backstage/frontend-plugin-api';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import { ReactNode } from 'react';
import { agentTasksTranslationRef } from '../../translations';

const keys = /mac|iphone|ipad/i.test(navigator.platform) ? '⌘ ↵' : 'Ctrl ↵';

/** The foot of the dialog: what would happen, and under it the button that makes it happen. */
export function RunFoot(props: {
  /** Said calmly when it changes. */
  children: ReactNode;
  needsApproval: boolean;
  isSending: boolean;
  isBarred: boolean;
  onCancel: () => void;
  onSend: () => void;
}) {
  const { children, needsApproval, isSending, isBarred } = props;
  const { t } = useTranslationRef(agentTasksTranslationRef);
  const label = t(needsApproval ? 'run.sendForApproval' : 'run.send');
  return (
    <Box
      sx={{
        display: 'flex',
        flexDirection: 'column',
        gap: 1.5,
        px: { xs: 2, md: 3 },
        py: 2,
        borderTop: '1px solid var(--bui-border-1)',
      }}
    >
      <Box
        role="status"
        sx={{ maxHeight: '35vh', overflow: 'auto', minHeight: 20 }}
      >
        {children}
      </Box>
      <Box
        sx={{
          display: 'flex',
          justifyContent: 'flex-end',
          alignItems: 'center',
          gap: 1,
        }}
      >
        <Typography
          variant="caption"
          sx={{
            display: { xs: 'none', md: 'block' },
            mr: 'auto',
            color: 'var(--bui-fg-secondary)',
          }}
        >
          {t('run.sendKeys', { keys })}
        </Typography>
        <Button variant="outlined" onClick={props.onCancel}>
          {t('common.cancel')}
        </Button>
        <Button
          variant="contained"
          disabled={isBarred || isSending}
          onClick={props.onSend}
        >
          {isSending ? t('run.sending') : label}
        </Button>
      </Box>
    </Box>
  );
}
