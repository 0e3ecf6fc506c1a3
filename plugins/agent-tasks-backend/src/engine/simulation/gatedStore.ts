import { Task } from '../../domain/task/task';
import { MemoryTables } from '../../store/memory/MemoryTables';
import { MemoryTaskStore } from '../../store/memory/MemoryTaskStore';
import {
  AdmissionOutcome,
  AdmissionSnapshot,
  FreezeOrder,
  TaskChange,
  TaskStore,
} from '../../store/TaskStore';
import { eventOf } from './eventOf';
import { DatabaseGone, Life, World } from './Life';
import { Oracle } from './Oracle';

type Decide = (snapshot: AdmissionSnapshot) => AdmissionOutcome;
type Method = (...args: unknown[]) => Promise<unknown>;

/** Nobody reads the record of a history that is about to be forgotten. */
const PLAIN_SEAL = {
  seal: ({ seq }: { seq: number }) => ({
    salt: '',
    payloadDigest: '',
    mac: String(seq),
  }),
};

/** The memory store as one process reaches it: late, in any order, or not at all. */
export function gatedStore(
  world: World,
  life: Life,
  oracle: Oracle,
  tables: MemoryTables,
  newId: () => string,
): TaskStore {
  const store = new MemoryTaskStore(tables, PLAIN_SEAL, newId);
  const note = (change: TaskChange) => noteChange(world, oracle, life, change);

  const special: Partial<Record<keyof TaskStore, Method>> = {
    async save(change) {
      const isSaved = await store.save(change as TaskChange);
      if (isSaved) note(change as TaskChange);
      return isSaved;
    },
    async freeze(order) {
      const freeze = await store.freeze(order as FreezeOrder);
      oracle.frozen(freeze);
      return freeze;
    },
    async thaw(id, by) {
      oracle.thawed(String(id), world.scheduler.now);
      return store.thaw(String(id), String(by));
    },
    async admit(decide) {
      if (world.plan.strikes('admission_taken', 0.1)) {
        world.journal.fault('admission_taken', life.name);
        return undefined;
      }
      const isLost = world.plan.strikes('commit_failed', 0.1);
      if (isLost) world.journal.fault('commit_failed', life.name, 'admit');
      let outcome: AdmissionOutcome | undefined;
      const saved = await store.admit(snapshot => {
        outcome = (decide as Decide)(snapshot);
        if (isLost) throw new DatabaseGone('admit');
        return outcome;
      });
      saved?.forEach(task => {
        const change = outcome?.changes.find(one => one.before.id === task.id);
        if (change) note(change);
        if (task.phase === 'starting') {
          oracle.claimed(life.name, task, world.scheduler.now);
        }
      });
      return saved;
    },
  };
  const gates = new Map<PropertyKey, Method>();
  return new Proxy<TaskStore>(store, {
    get(target, name) {
      const known = gates.get(name);
      if (known) return known;
      const method: Method =
        special[name as keyof TaskStore] ??
        Reflect.get(target, name).bind(target);
      const gate: Method = (...args) =>
        life.gate(String(name), world.dice.between(1, 8), () =>
          method(...args),
        );
      gates.set(name, gate);
      return gate;
    },
  });
}

function noteChange(
  world: World,
  oracle: Oracle,
  life: Life,
  change: TaskChange,
): void {
  const { journal, scheduler } = world;
  const { before, after } = change;
  journal.cell(`${before.phase} ${eventOf(change)}`);
  journal.tell(life.name, () => sentenceOf(change));
  if (after.phase === 'withdrawn' && before.phase !== 'withdrawn') {
    oracle.withdrawn.set(after.id, scheduler.now);
  }
  if (
    before.providerTaskId !== null &&
    before.providerTaskId !== after.providerTaskId
  ) {
    oracle.rewritten.push(after.id);
  }
}

function sentenceOf(change: TaskChange): string {
  const { before, after } = change;
  const step = (task: Task) =>
    `${task.phase}/${task.epoch}${
      task.providerTaskId ? ` ${task.providerTaskId}` : ''
    }`;
  return `  ${after.id}: ${eventOf(change)}, ${step(before)} → ${step(after)}`;
}
