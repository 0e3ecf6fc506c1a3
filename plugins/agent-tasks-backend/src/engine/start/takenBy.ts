import { Task } from '../../domain/task/task';
import { EngineParts } from '../EngineParts';

/** The other task that this one of the provider's is tied to already; undefined: it is free. */
export async function takenBy(
  { store }: Pick<EngineParts, 'store'>,
  task: Task,
  providerTaskId: string,
): Promise<Task | undefined> {
  const known = await store.loadByProviderIds(task.providerId, [
    providerTaskId,
  ]);
  return known.find(({ id }) => id !== task.id);
}
