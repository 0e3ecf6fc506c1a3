import type { Template } from '@agent-tasks/backstage-plugin-agent-tasks-common';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import Alert from '@mui/material/Alert';
import AlertTitle from '@mui/material/AlertTitle';
import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import { agentTasksTranslationRef } from '../../translations';
import { ruleWords, titleOf } from './form/ruleWords';
import { Problem } from './outlook';

/** Why it cannot run and what to do, in the place of the sentence that says it can. */
export function Problems(props: {
  problems: readonly Problem[];
  parameters: Template['parameters'];
  title?: string;
}) {
  const { problems, parameters, title } = props;
  const { t } = useTranslationRef(agentTasksTranslationRef);
  return (
    <Alert severity="warning">
      <AlertTitle>{title ?? t('run.refused')}</AlertTitle>
      {problems.map(({ code, message, remediation, violations }) => (
        <Box key={`${code} ${message}`} sx={{ '& + &': { mt: 1 } }}>
          <Typography variant="body2">{message}</Typography>
          {violations.length > 0 ? (
            <Box component="ul" sx={{ m: 0, pl: 2.5 }}>
              {violations.map(({ field, rule, hint }) => (
                <li key={`${field} ${rule}`}>
                  {t('run.mendField', {
                    field: fieldTitle(parameters, field, {
                      baseRef: t('run.baseRef'),
                      model: t('run.model'),
                      title: t('run.taskTitle'),
                    }),
                    problem:
                      rule === 'required'
                        ? ruleWords(t, rule)
                        : t('run.must', { hint }),
                  })}
                </li>
              ))}
            </Box>
          ) : (
            remediation && (
              <Typography variant="body2">{remediation}</Typography>
            )
          )}
          {code && (
            <Typography variant="caption">{t('run.code', { code })}</Typography>
          )}
        </Box>
      ))}
    </Alert>
  );
}

/** `parameters.version` as the form calls it. */
function fieldTitle(
  parameters: Template['parameters'],
  field: string,
  settings: Record<string, string>,
): string {
  const [root, name] = field.split('.');
  if (root === 'parameters' && name) return titleOf(parameters, name);
  return settings[field] ?? field;
}
