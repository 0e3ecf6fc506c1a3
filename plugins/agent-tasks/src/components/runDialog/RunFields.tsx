import type { Template } from '@agent-tasks/backstage-plugin-agent-tasks-common';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import Box from '@mui/material/Box';
import { ThemeProvider } from '@mui/material/styles';
import { lazy, Ref, Suspense } from 'react';
import { RunValues, useRunForm } from '../../hooks/running/useRunForm';
import { RunPlan } from '../../hooks/running/useRunPlan';
import { TemplateRun } from '../../hooks/running/useTemplateRun';
import { agentTasksTranslationRef } from '../../translations';
import { ErrorFace } from '../faces/ErrorFace';
import { LoadingRows } from '../faces/LoadingRows';
import { denseTheme } from './form/denseTheme';
import { FormBoundary } from './form/FormBoundary';
import type { TemplateFormHandle } from './form/TemplateForm';
import { MoreSettings } from './MoreSettings';
import { RestoredDraft } from './RestoredDraft';
import { TemplateHeading } from './TemplateHeading';

const TemplateForm = lazy(() => import('./form/TemplateForm'));

/** The left side: the template, what it asks for, and what it would otherwise decide itself. */
export function RunFields(props: {
  template: Template;
  form: ReturnType<typeof useRunForm>;
  plan: RunPlan;
  settings: TemplateRun | undefined;
  /** What the task is called where nobody typed a title. */
  proposedTitle: string | undefined;
  /** By path in the request. */
  errors: Record<string, string>;
  handle: Ref<TemplateFormHandle>;
  onChange: (changes: Partial<RunValues>) => void;
  onSubmit: () => void;
  onChooseAnother: () => void;
}) {
  const { template, form, plan, settings, errors, onChange } = props;
  const { values } = form;
  return (
    <Box
      sx={{
        display: 'flex',
        flexDirection: 'column',
        gap: 2,
        minWidth: 0,
        overflow: { md: 'auto' },
        px: { xs: 2, md: 3 },
        py: 2,
      }}
    >
      <TemplateHeading
        template={template}
        onChooseAnother={props.onChooseAnother}
      />
      {form.restoredAt && (
        <RestoredDraft at={form.restoredAt} onStartOver={form.startOver} />
      )}
      <ThemeProvider theme={denseTheme}>
        <FormBoundary fallback={<BrokenForm />}>
          <Suspense fallback={<LoadingRows rows={3} />}>
            <TemplateForm
              key={form.round}
              handle={props.handle}
              parameters={template.parameters}
              values={values.parameters}
              errors={parameterErrors(errors)}
              onFill={form.fill}
              onChange={parameters => onChange({ parameters })}
              onSubmit={props.onSubmit}
            />
          </Suspense>
        </FormBoundary>
        <MoreSettings
          values={values}
          errors={errors}
          template={settings}
          proposedTitle={props.proposedTitle}
          createPullRequest={plan.createPullRequest}
          isPullRequestSettled={plan.isPullRequestSettled}
          onChange={onChange}
        />
      </ThemeProvider>
    </Box>
  );
}

/** Those of the form's own fields, by name. */
function parameterErrors(errors: Record<string, string>) {
  const prefix = 'parameters.';
  return Object.fromEntries(
    Object.entries(errors)
      .filter(([field]) => field.startsWith(prefix))
      .map(([field, error]) => [
        field.slice(prefix.length).split('.')[0],
        error,
      ]),
  );
}

function BrokenForm() {
  const { t } = useTranslationRef(agentTasksTranslationRef);
  return (
    <ErrorFace
      title={t('run.formFailed')}
      error={new Error(t('run.formFailedHint'))}
    />
  );
}
