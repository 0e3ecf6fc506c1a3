import type { TaskListItem } from '@agent-tasks/backstage-plugin-agent-tasks-common';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import { RiExternalLinkLine } from '@remixicon/react';
import { ReactNode } from 'react';
import { agentTasksTranslationRef } from '../../translations';
import { providerPage, providerWord, Verb, VERB_KEYS } from '../../words/verbs';
import { KeyCap } from './KeyCap';

export interface PeekVerbsProps {
  task: TaskListItem;
  verbs: readonly Verb[];
  /** The command that can still be taken back. */
  pending: string | undefined;
  showsKeys: boolean;
  /** `button` is where a menu of it would open. */
  onVerb: (verb: Verb, button: HTMLElement) => void;
  onUndo: () => void;
}

/** What can be done about the task; the first is what it waits for. */
export function PeekVerbs(props: PeekVerbsProps) {
  const { task, verbs, pending, showsKeys, onVerb } = props;
  const { t } = useTranslationRef(agentTasksTranslationRef);
  if (pending === 'approve') {
    return (
      <Box sx={{ display: 'flex', alignItems: 'center', gap: 1.5 }}>
        <Typography variant="body2" sx={{ fontWeight: 600 }}>
          {t('task.approve.pending')} {t('task.approve.pendingHint')}
        </Typography>
        <Button variant="outlined" onClick={props.onUndo}>
          {t('common.undo')}
          {showsKeys && <KeyCap>u</KeyCap>}
        </Button>
      </Box>
    );
  }
  if (verbs.length === 0) return null;
  // Where an answer is waited for, its own box has the first button.
  const hasPrimary = !task.allowedActions.includes('answer');
  return (
    <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1 }}>
      {verbs.map((verb, index) => {
        const key = VERB_KEYS[verb];
        const variant = index === 0 && hasPrimary ? 'contained' : 'outlined';
        const keyCap = showsKeys && key && <KeyCap>{key}</KeyCap>;
        return verb === 'review' || verb === 'open' ? (
          <ProviderButton key={verb} task={task} variant={variant}>
            {t(`task.primary.${providerWord(task)}`)}
            {keyCap}
          </ProviderButton>
        ) : (
          <Button
            key={verb}
            variant={variant}
            aria-haspopup={verb === 'snooze' ? 'menu' : undefined}
            onClick={event => onVerb(verb, event.currentTarget)}
          >
            {t(`inbox.verb.${verb}`)}
            {keyCap}
          </Button>
        );
      })}
    </Box>
  );
}

function ProviderButton(props: {
  task: TaskListItem;
  variant: 'contained' | 'outlined';
  children: ReactNode;
}) {
  const page = providerPage(props.task);
  return page ? (
    <Button
      variant={props.variant}
      href={page.href}
      target="_blank"
      rel="noopener noreferrer"
      title={page.host}
      endIcon={<RiExternalLinkLine size={14} aria-hidden />}
    >
      {props.children}
    </Button>
  ) : null;
}
