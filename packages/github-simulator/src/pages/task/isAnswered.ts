import { Session } from '../../state/World';

/** Whether the agent has what it waited for, and goes on in a moment. */
export function isAnswered(session: Session): boolean {
  if (session.state === 'waiting_for_user') return session.question === null;
  const newest = session.answers?.[session.answers.length - 1];
  return newest !== undefined && newest.at >= session.updatedAt;
}
