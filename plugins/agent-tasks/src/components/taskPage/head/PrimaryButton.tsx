import type { Task } from '@agent-tasks/backstage-plugin-agent-tasks-common';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import Button from '@mui/material/Button';
import { RiExternalLinkLine } from '@remixicon/react';
import { agentTasksTranslationRef } from '../../../translations';
import { ApproveButton } from '../../taskCommands';
import { Primary } from '../../../words/primaryAction';
import { DialogVerb } from './VerbDialog';

/** The one button. An answer has its own box, and an approval stays while it can be undone. */
export function PrimaryButton(props: {
  task: Task;
  primary: Primary | null;
  onVerb: (verb: DialogVerb) => void;
}) {
  const { task, primary, onVerb } = props;
  const { t } = useTranslationRef(agentTasksTranslationRef);
  const verb = primary?.kind === 'verb' ? primary.verb : undefined;
  return (
    <>
      <ApproveButton task={task} />
      {primary?.kind === 'link' && (
        <Button
          variant="contained"
          href={primary.href}
          target="_blank"
          rel="noopener noreferrer"
          title={primary.host}
          endIcon={<RiExternalLinkLine size={16} aria-hidden />}
        >
          {t(`task.primary.${primary.word}`)}
        </Button>
      )}
      {verb && verb !== 'approve' && verb !== 'answer' && (
        <Button variant="contained" onClick={() => onVerb(verb)}>
          {t(`task.${verb}.button`)}
        </Button>
      )}
    </>
  );
}
