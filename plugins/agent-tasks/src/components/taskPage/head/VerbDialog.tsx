import type { Task } from '@agent-tasks/backstage-plugin-agent-tasks-common';
import { useRouteRef } from '@backstage/frontend-plugin-api';
import { useNavigate } from 'react-router-dom';
import { taskRouteRef } from '../../../routes';
import {
  AcceptDialog,
  CancelDialog,
  RejectDialog,
  ResolveDialog,
  RunAgainDialog,
} from '../../taskCommands';

/** The verbs that ask before they act, in the order in which they stand. */
export const DIALOG_VERBS = [
  'reject',
  'retry',
  'accept',
  'resolve',
  'cancel',
] as const;

export type DialogVerb = (typeof DIALOG_VERBS)[number];

/** The dialog of one verb. It outlives its button: what is typed there is not taken away. */
export function VerbDialog(props: {
  task: Task;
  verb: DialogVerb;
  onClose: () => void;
}) {
  const { verb, ...rest } = props;
  const navigate = useNavigate();
  const taskPage = useRouteRef(taskRouteRef);
  switch (verb) {
    case 'reject':
      return <RejectDialog {...rest} />;
    case 'accept':
      return <AcceptDialog {...rest} />;
    case 'resolve':
      return <ResolveDialog {...rest} />;
    case 'cancel':
      return <CancelDialog {...rest} />;
    default:
      return (
        <RunAgainDialog
          {...rest}
          onStarted={({ id }) => taskPage && navigate(taskPage({ id }))}
        />
      );
  }
}
