import type { Template } from '@agent-tasks/backstage-plugin-agent-tasks-common';
import { AgentTasksResponseError } from '@agent-tasks/backstage-plugin-agent-tasks-common';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import Box from '@mui/material/Box';
import { KeyboardEvent, useRef } from 'react';
import { proposedTitle } from '../../hooks/running/proposedTitle';
import { useReviewCapacity } from '../../hooks/running/useReviewCapacity';
import { useRunForm } from '../../hooks/running/useRunForm';
import { useRunPlan } from '../../hooks/running/useRunPlan';
import { useSendOnce } from '../../hooks/running/useSendOnce';
import { useTemplateRun } from '../../hooks/running/useTemplateRun';
import { agentTasksTranslationRef } from '../../translations';
import { ruleWords } from './form/ruleWords';
import type { TemplateFormHandle } from './form/TemplateForm';
import { fieldProblems, outlookOf, problemOf } from './outlook';
import { PromptPreview } from './PromptPreview';
import { RunFields } from './RunFields';
import { RunFoot } from './RunFoot';
import { RunOutlook } from './RunOutlook';
import { SendFailure } from './SendFailure';

/** One template filled in: its form left, what would come of it right, the button under both. */
export function RunSheet(props: {
  entityRef: string;
  template: Template;
  onChooseAnother: () => void;
  onClose: () => void;
}) {
  const { entityRef, template, onChooseAnother, onClose } = props;
  const { t } = useTranslationRef(agentTasksTranslationRef);
  const properties = Object.keys(Object(template.parameters.properties));
  const form = useRunForm(entityRef, template.ref, properties);
  const { values, change } = form;
  const settings = useTemplateRun(template.ref);
  const title = proposedTitle(template, values.parameters);
  const plan = useRunPlan(entityRef, template.ref, values, settings, title);
  const { ownerRefs } = useReviewCapacity();
  const sending = useSendOnce(form.clear);
  const handle = useRef<TemplateFormHandle>(null);

  const { preview, createPullRequest } = plan;
  const outlook = outlookOf(preview.data, preview.error);
  const refusals = [
    ...(outlook.kind === 'refused' ? outlook.problems : []),
    ...(sending.error instanceof AgentTasksResponseError
      ? [problemOf(sending.error)]
      : []),
  ];
  const errors = fieldProblems(refusals, ({ rule, hint }) =>
    ruleWords(t, rule, { hint }),
  );
  const isBarred = outlook.kind === 'refused' || outlook.kind === 'duplicate';
  const ask = () => {
    if (!isBarred) handle.current?.submit();
  };
  const alter: typeof change = changes => {
    sending.forget();
    change(changes);
  };
  const insist = () => alter({ allowDuplicate: true });

  return (
    <Box
      onKeyDown={(event: KeyboardEvent) => onKey(event, ask)}
      sx={{ display: 'flex', flexDirection: 'column', flex: 1, minHeight: 0 }}
    >
      <Box
        sx={{
          flex: 1,
          minHeight: 0,
          overflow: { xs: 'auto', md: 'hidden' },
          display: 'grid',
          // Prompts are written in lines of some ninety characters: they need the room.
          gridTemplateColumns: { xs: 'minmax(0, 1fr)', md: '5fr 7fr' },
          gridTemplateRows: { md: 'minmax(0, 1fr)' },
        }}
      >
        <RunFields
          template={template}
          form={form}
          plan={plan}
          settings={settings}
          proposedTitle={title}
          errors={errors}
          handle={handle}
          onChange={alter}
          onSubmit={() => sending.send(plan.body)}
          onChooseAnother={onChooseAnother}
        />
        <Box
          sx={{
            display: 'grid',
            minWidth: 0,
            minHeight: 0,
            px: { xs: 2, md: 3 },
            py: 2,
            borderLeft: { md: '1px solid var(--bui-border-1)' },
            opacity: preview.isPlaceholderData ? 0.7 : 1,
          }}
        >
          <PromptPreview
            preview={preview.data}
            values={values.parameters}
            isLoading={preview.isPending}
          />
        </Box>
      </Box>
      <RunFoot
        needsApproval={preview.data?.policy.result === 'ask'}
        isSending={sending.isSending}
        isBarred={isBarred}
        onCancel={onClose}
        onSend={ask}
      >
        {sending.error ? (
          <SendFailure
            error={sending.error}
            template={template}
            onInsist={insist}
          />
        ) : (
          <RunOutlook
            outlook={outlook}
            template={template}
            createPullRequest={createPullRequest}
            reviewers={settings?.reviewers ?? ownerRefs}
            isMeantTwice={values.allowDuplicate === true}
            onInsist={insist}
            onRetry={preview.refetch}
          />
        )}
      </RunFoot>
    </Box>
  );
}

/** Ctrl or ⌘ with Enter sends; Enter alone starts nothing by accident. */
function onKey(event: KeyboardEvent, send: () => void) {
  if (event.key !== 'Enter') return;
  if (event.ctrlKey || event.metaKey) {
    event.preventDefault();
    send();
  } else if (event.target instanceof HTMLInputElement) {
    event.preventDefault();
  }
}
