import { useTranslationRef } from '@backstage/frontend-plugin-api';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Dialog from '@mui/material/Dialog';
import DialogActions from '@mui/material/DialogActions';
import DialogContent from '@mui/material/DialogContent';
import DialogTitle from '@mui/material/DialogTitle';
import FormControlLabel from '@mui/material/FormControlLabel';
import Switch from '@mui/material/Switch';
import Typography from '@mui/material/Typography';
import { useId } from 'react';
import { agentTasksTranslationRef } from '../../translations';
import { KeyCap } from './KeyCap';

const MOVING = [
  [['j', 'k'], 'move'],
  [['Space'], 'peek'],
  [['Enter'], 'enter'],
  [['Esc'], 'back'],
  [['/'], 'filter'],
  [['?'], 'help'],
] as const;

const ACTING = [
  [['y'], 'approve'],
  [['u'], 'undo'],
  [['n'], 'reject'],
  [['e'], 'acknowledge'],
  [['a'], 'assign'],
  [['h'], 'snooze'],
  [['c'], 'cancel'],
  [['r'], 'retry'],
  [['o'], 'open'],
  [['Ctrl', '⌘', 'Enter'], 'send'],
] as const;

const tableStyle = {
  m: 0,
  display: 'grid',
  gridTemplateColumns: 'minmax(112px, max-content) minmax(0, 1fr)',
  rowGap: 0.75,
  fontSize: 'var(--bui-font-size-3)',
} as const;

/** Every key of the page, and the switch that turns single keys off. */
export function KeyHelp(props: {
  isOn: boolean;
  onSwitch: (isOn: boolean) => void;
  onClose: () => void;
}) {
  const { t } = useTranslationRef(agentTasksTranslationRef);
  const titleId = useId();
  const hintId = useId();
  return (
    <Dialog
      open
      fullWidth
      maxWidth="sm"
      onClose={props.onClose}
      aria-labelledby={titleId}
    >
      <DialogTitle id={titleId}>{t('inbox.key.title')}</DialogTitle>
      <DialogContent sx={{ display: 'flex', flexDirection: 'column', gap: 2 }}>
        <Box>
          <FormControlLabel
            control={
              <Switch
                checked={props.isOn}
                onChange={(_, isOn) => props.onSwitch(isOn)}
                inputProps={{ 'aria-describedby': hintId }}
              />
            }
            label={t('inbox.key.switch')}
          />
          <Typography id={hintId} variant="body2">
            {t('inbox.key.switchHint')}
          </Typography>
        </Box>
        <KeyTable title={t('inbox.key.moving')} keys={MOVING} />
        <KeyTable title={t('inbox.key.acting')} keys={ACTING} />
      </DialogContent>
      <DialogActions sx={{ px: 3, pb: 2 }}>
        <Button variant="contained" onClick={props.onClose}>
          {t('common.close')}
        </Button>
      </DialogActions>
    </Dialog>
  );
}

function KeyTable(props: {
  title: string;
  keys: typeof MOVING | typeof ACTING;
}) {
  const { t } = useTranslationRef(agentTasksTranslationRef);
  return (
    <Box component="section">
      <Typography
        component="h3"
        sx={{ fontSize: 'var(--bui-font-size-3)', fontWeight: 600, mb: 0.5 }}
      >
        {props.title}
      </Typography>
      <Box component="dl" sx={tableStyle}>
        {props.keys.map(([keys, word]) => (
          <Box key={word} sx={{ display: 'contents' }}>
            <Box component="dt" aria-label={keys.join(' ')}>
              {keys.map(key => (
                <KeyCap key={key}>{key}</KeyCap>
              ))}
            </Box>
            <Box component="dd" sx={{ m: 0 }}>
              {t(`inbox.key.${word}`)}
            </Box>
          </Box>
        ))}
      </Box>
    </Box>
  );
}
