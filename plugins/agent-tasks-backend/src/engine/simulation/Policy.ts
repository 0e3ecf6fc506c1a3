import { Task } from '../../domain/task/task';
import { AdmissionRules } from '../ports/AdmissionRules';
import { World } from './Life';

/** A policy that may get stricter while tasks wait. */
export class Policy {
  private readonly stricterAt: number;
  private readonly isForbidding: boolean;

  constructor(private readonly world: World) {
    const { dice, scheduler } = world;
    this.stricterAt = dice.chance(0.15)
      ? scheduler.now + dice.between(0, 600_000)
      : Infinity;
    this.isForbidding = dice.chance(0.3);
  }

  drift(task: Task): ReturnType<AdmissionRules['drift']> {
    const isOld = this.world.scheduler.now < this.stricterAt;
    if (isOld || task.approval !== null) return { kind: 'same' };
    return this.isForbidding
      ? { kind: 'deny', reason: 'no agents here any more' }
      : { kind: 'approve', digest: 'sha256:today' };
  }
}
