import { ErrorFace } from '../faces/ErrorFace';
import { PageRoom } from './PageRoom';

/** The task could not be read at all. */
export function TaskFailed(props: { error: Error; onRetry: () => void }) {
  return (
    <PageRoom>
      <ErrorFace error={props.error} onRetry={props.onRetry} />
    </PageRoom>
  );
}
