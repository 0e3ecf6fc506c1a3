import { Scene } from './Scene';

/** What the replicas said is told where the work among them fails. */
export async function withOutput<Result>(
  { replicas }: Scene,
  work: Promise<Result>,
): Promise<Result> {
  try {
    return await work;
  } catch (error) {
    process.stderr.write(replicas.output());
    throw error;
  }
}
