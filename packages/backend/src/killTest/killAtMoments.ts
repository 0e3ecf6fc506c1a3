import { OrderedFault } from '@agent-tasks/github-simulator';
import { Dice } from './Dice';
import { KillMoment } from './KillPlan';
import { Scene } from './Scene';
import { until } from './until';

/** How far a run has come. */
export type Progress = Record<KillMoment['after'], number>;

/** A moment whose start request, if it holds one, was ordered at GitHub. */
export interface OrderedMoment extends KillMoment {
  hold?: OrderedFault;
}

export interface KillerOptions {
  scene: Scene;
  dice: Dice;
  progress(): Progress;
  /** How far it surely comes. */
  most: Progress;
  /** Told how far it has to come for the next moment. */
  aimAt(count: number): void;
}

/** Kills replicas at one moment after the other, and replaces them. */
export async function killAtMoments(
  moments: readonly OrderedMoment[],
  options: KillerOptions,
): Promise<void> {
  let last: Progress = { answers: 0, starts: 0 };
  for (const moment of moments) {
    await killAt(moment, last, options);
    last = options.progress();
  }
  options.aimAt(Infinity);
}

async function killAt(
  moment: OrderedMoment,
  last: Progress,
  { scene, dice, progress, most, aimAt }: KillerOptions,
): Promise<void> {
  const { after, count, victims, hold } = moment;
  const { replicas, github } = scene;
  // A replica that dies before it did anything shows nothing.
  const enough = Math.min(Math.max(count, last[after] + 2), most[after]);
  aimAt(enough);
  await until(
    `${enough} ${after}`,
    () => (hold ? hold.hit > 0 : progress()[after] >= enough),
    scene,
  );
  if (victims === 'all') await replicas.killAll();
  else await replicas.kill(dice.between(0, replicas.count - 1));
  // GitHub goes on with it once its sender is gone, and not minutes later.
  if (hold) github.control.withdrawFaults(hold.id);
  await replicas.refill();
}
