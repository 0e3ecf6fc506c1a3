import { Scene } from '../Scene';
import { until } from '../until';

/** Until GitHub has created so many more. */
export async function untilMoreStarts(
  { github, signal }: Scene,
  more: number,
): Promise<void> {
  const enough = github.control.tasks().created + more;
  await until(
    `${more} more starts`,
    () => github.control.tasks().created >= enough,
    { signal },
  );
}
