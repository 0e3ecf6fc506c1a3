import type { TaskListItem } from '@agent-tasks/backstage-plugin-agent-tasks-common';
import { Question } from '../../hooks/inbox/useVerbs';
import {
  AcceptDialog,
  CancelDialog,
  RejectDialog,
  ResolveDialog,
  RunAgainDialog,
} from '../taskCommands';

const dialogs = {
  reject: RejectDialog,
  cancel: CancelDialog,
  retry: RunAgainDialog,
  accept: AcceptDialog,
  resolve: ResolveDialog,
};

/** The dialog of a verb that asks before it does anything. */
export function InboxQuestion(props: {
  question: Question;
  task: TaskListItem;
  onClose: () => void;
}) {
  const Dialog = dialogs[props.question];
  return <Dialog task={props.task} onClose={props.onClose} />;
}
