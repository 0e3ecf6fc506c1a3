import type { TaskListItem } from '@agent-tasks/backstage-plugin-agent-tasks-common';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import Checkbox from '@mui/material/Checkbox';
import FormControlLabel from '@mui/material/FormControlLabel';
import Typography from '@mui/material/Typography';
import { useTaskRecord } from '../../hooks/tasks/useTaskRecord';
import { agentTasksTranslationRef } from '../../translations';
import { ProviderLink } from '../text/ProviderLink';
import { MOST_MESSAGE } from './limits';
import { RunAgainDraft, RunAgainForm } from './runAgainForm';
import { TextBox } from './TextBox';
import { touchedBy } from './touched';

const explanation = {
  narrow: 'task.retry.timed_out',
  mend: 'task.retry.agent_failed',
  rebase: 'task.retry.conflict',
  rework: 'task.retry.review_rejected',
  plain: 'task.retry.general',
} as const;

/** What may be changed for the next run: first what would have helped the last one. */
export function RunAgainFields(props: {
  task: TaskListItem;
  form: Exclude<RunAgainForm, 'refused'>;
  draft: RunAgainDraft;
  onDraft: (draft: RunAgainDraft) => void;
}) {
  const { task, form, draft, onDraft } = props;
  const { t } = useTranslationRef(agentTasksTranslationRef);
  const { data: record } = useTaskRecord(task.id, task.revision);
  const touched = record && touchedBy(record);
  const sessions = record?.task.sessions ?? [];
  const logUrl = sessions.at(-1)?.logUrl ?? task.provider.url;
  return (
    <>
      <Typography variant="body2">
        {task.failure?.class === 'unanswered'
          ? t('task.retry.unanswered')
          : t(explanation[form])}
      </Typography>
      {form === 'mend' && (
        <Typography variant="body2">
          <ProviderLink url={logUrl} host={task.repository.host}>
            {t('task.retry.log')}
          </ProviderLink>
        </Typography>
      )}
      {form === 'narrow' && (
        <>
          {touched && <TouchedWords {...touched} />}
          <TextBox
            label={t('task.retry.scope')}
            hint={t('task.retry.scopeHint')}
            value={draft.patterns}
            onChange={patterns => onDraft({ ...draft, patterns })}
          />
        </>
      )}
      <TextBox
        label={t('task.retry.addition')}
        hint={t('task.retry.additionHint')}
        value={draft.addition}
        onChange={addition => onDraft({ ...draft, addition })}
        maxLength={MOST_MESSAGE}
      />
      {(form === 'rebase' || form === 'rework') && (
        <FormControlLabel
          control={
            <Checkbox
              size="small"
              color="default"
              checked={draft.isContinued}
              onChange={(_, isContinued) => onDraft({ ...draft, isContinued })}
            />
          }
          label={t('task.retry.continue')}
        />
      )}
    </>
  );
}

function TouchedWords(props: { files: number; folders: number | null }) {
  const { files, folders } = props;
  const { t } = useTranslationRef(agentTasksTranslationRef);
  const inFiles = t('task.retry.files', { count: files });
  return (
    <Typography variant="body2">
      {folders === null
        ? t('task.retry.touchedFiles', { files: inFiles })
        : t('task.retry.touched', {
            files: inFiles,
            folders: t('task.retry.folders', { count: folders }),
          })}
    </Typography>
  );
}
