import { AgentTasksFrame } from '../frame/AgentTasksFrame';
import { Inbox } from './Inbox';

/**
 * People come to decide about what waits for them or their teams, most urgent first, and to be done
 * with it in few keystrokes. The eye meets the task with the least time left, selected, with its
 * peek open beside the list: why it waits, what it would do, and the buttons that settle it.
 */
export function InboxPage() {
  return (
    <AgentTasksFrame>
      <Inbox />
    </AgentTasksFrame>
  );
}
