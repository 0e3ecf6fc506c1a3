import { useTranslationRef } from '@backstage/frontend-plugin-api';
import Box from '@mui/material/Box';
import Checkbox from '@mui/material/Checkbox';
import FormControlLabel from '@mui/material/FormControlLabel';
import FormHelperText from '@mui/material/FormHelperText';
import TextField from '@mui/material/TextField';
import { useId } from 'react';
import { LONGEST_TITLE } from '../../hooks/running/proposedTitle';
import { RunValues } from '../../hooks/running/useRunForm';
import { TemplateRun } from '../../hooks/running/useTemplateRun';
import { agentTasksTranslationRef } from '../../translations';
import { Fold } from './Fold';

type Setting = 'baseRef' | 'model' | 'title';
/** As the API takes them all. */
const LONGEST = LONGEST_TITLE;

/** What a template and the policy decide unless somebody says otherwise. */
export function MoreSettings(props: {
  values: RunValues;
  errors: Record<string, string>;
  template: TemplateRun | undefined;
  proposedTitle: string | undefined;
  createPullRequest: boolean | undefined;
  isPullRequestSettled: boolean;
  onChange: (changes: Partial<RunValues>) => void;
}) {
  const { values, errors, template, createPullRequest, onChange } = props;
  const { t } = useTranslationRef(agentTasksTranslationRef);
  const pullRequestHint = useId();
  const shown = { ...values, title: values.title ?? props.proposedTitle };
  const fields: { name: Setting; label: string; hint: string }[] = [
    {
      name: 'baseRef',
      label: t('run.baseRef'),
      hint: template?.baseRef
        ? t('run.baseRefTemplate', { branch: template.baseRef })
        : t('run.baseRefHint'),
    },
    { name: 'model', label: t('run.model'), hint: t('run.modelHint') },
    { name: 'title', label: t('run.taskTitle'), hint: t('run.taskTitleHint') },
  ];
  const isWrong = [...fields.map(({ name }) => name), 'createPullRequest'].some(
    name => errors[name],
  );
  return (
    <Fold title={t('run.more')} isForcedOpen={isWrong}>
      <Box sx={{ display: 'flex', flexDirection: 'column', gap: 2, pt: 1 }}>
        {fields.map(({ name, label, hint }) => (
          <TextField
            key={name}
            size="small"
            label={label}
            value={shown[name] ?? ''}
            error={errors[name] !== undefined}
            helperText={errors[name] ?? hint}
            inputProps={{ maxLength: LONGEST, spellCheck: name === 'title' }}
            onChange={event => onChange({ [name]: event.target.value })}
          />
        ))}
        <div>
          <FormControlLabel
            label={t('run.createPullRequest')}
            control={
              <Checkbox
                size="small"
                checked={createPullRequest ?? true}
                disabled={
                  props.isPullRequestSettled &&
                  values.createPullRequest === undefined
                }
                inputProps={{ 'aria-describedby': pullRequestHint }}
                onChange={event =>
                  onChange({ createPullRequest: event.target.checked })
                }
              />
            }
          />
          <FormHelperText
            id={pullRequestHint}
            error={errors.createPullRequest !== undefined}
            sx={{ mt: 0 }}
          >
            {errors.createPullRequest ??
              t(
                props.isPullRequestSettled
                  ? 'run.pullRequestSettled'
                  : 'run.createPullRequestHint',
              )}
          </FormHelperText>
        </div>
      </Box>
    </Fold>
  );
}
