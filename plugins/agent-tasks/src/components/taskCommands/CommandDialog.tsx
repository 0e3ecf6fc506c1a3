import { useTranslationRef } from '@backstage/frontend-plugin-api';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Dialog from '@mui/material/Dialog';
import DialogActions from '@mui/material/DialogActions';
import DialogContent from '@mui/material/DialogContent';
import DialogTitle from '@mui/material/DialogTitle';
import Typography from '@mui/material/Typography';
import { FormEvent, KeyboardEvent, ReactNode, useId } from 'react';
import { agentTasksTranslationRef } from '../../translations';
import { visibleText } from '../../words/visibleText';
import { ErrorFace } from '../faces/ErrorFace';

/**
 * Asks before a command. What was typed stays when the command fails: the dialog closes only when
 * it was done, or by the person.
 */
export function CommandDialog(props: {
  title: string;
  /** What it does, and what it leaves undone. */
  explain: string;
  submit: string;
  /** Word of the button that does nothing. */
  back?: string;
  isReady?: boolean;
  isPending?: boolean;
  error?: Error | null;
  wide?: boolean;
  /** Left out: there is nothing to do but to go back. */
  onSubmit?: () => void;
  onClose: () => void;
  children?: ReactNode;
}) {
  const { title, explain, isReady = true, isPending = false, error } = props;
  const { t } = useTranslationRef(agentTasksTranslationRef);
  const titleId = useId();
  const explainId = useId();
  const send = (event?: FormEvent) => {
    event?.preventDefault();
    if (isReady && !isPending) props.onSubmit?.();
  };
  const sendByKeys = (event: KeyboardEvent) => {
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) send();
  };
  return (
    <Dialog
      open
      fullWidth
      maxWidth={props.wide ? 'md' : 'sm'}
      onClose={props.onClose}
      aria-labelledby={titleId}
      aria-describedby={explainId}
    >
      <Box
        component="form"
        onSubmit={send}
        onKeyDown={sendByKeys}
        // The content scrolls, title and buttons stay.
        sx={{ display: 'flex', flexDirection: 'column', minHeight: 0 }}
      >
        <DialogTitle
          id={titleId}
          sx={{
            fontSize: 'var(--bui-font-size-5)',
            fontWeight: 600,
            overflowWrap: 'anywhere',
          }}
        >
          {visibleText(title)}
        </DialogTitle>
        <DialogContent
          sx={{ display: 'flex', flexDirection: 'column', gap: 2 }}
        >
          <Typography id={explainId} variant="body2">
            {explain}
          </Typography>
          {props.children}
          {error && (
            <ErrorFace error={error} title={t('task.command.failed')} />
          )}
        </DialogContent>
        <DialogActions sx={{ px: 3, pb: 2 }}>
          <Button variant="outlined" onClick={props.onClose}>
            {props.back ?? t('task.command.back')}
          </Button>
          {props.onSubmit && (
            <Button
              type="submit"
              variant="contained"
              disabled={!isReady || isPending}
            >
              {isPending ? t('task.command.working') : props.submit}
            </Button>
          )}
        </DialogActions>
      </Box>
    </Dialog>
  );
}
