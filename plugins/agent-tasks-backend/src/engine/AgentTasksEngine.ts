import { ProviderHint } from '@agent-tasks/backstage-plugin-agent-tasks-node';
import { EngineParts } from './EngineParts';
import { artifacts } from './loops/artifacts';
import { dispatch } from './loops/dispatch';
import { HintPace } from './loops/HintPace';
import { judge } from './loops/judge';
import { Loop, LoopHealth, LoopWork } from './loops/Loop';
import { perform } from './loops/perform';
import { preflight } from './loops/preflight';
import { read } from './loops/read';
import { remind } from './loops/remind';
import { resolve } from './loops/resolve';
import { retain } from './loops/retain';
import { sweep } from './loops/sweep';

/** All loops of one replica. Every replica runs all of them; claims keep them apart. */
export class AgentTasksEngine {
  private readonly loops: Record<
    | 'preflight'
    | 'dispatch'
    | 'resolve'
    | 'sweep'
    | 'read'
    | 'artifacts'
    | 'judge'
    | 'remind'
    | 'perform'
    | 'retain',
    Loop
  >;

  /** Starts the others, once the database is known to be this portal's. */
  private readonly gate: Loop;

  private readonly hintPace = new HintPace();

  constructor(private readonly parts: EngineParts) {
    const loop = (work: LoopWork) => new Loop(work, parts.logger, parts.random);
    this.gate = loop({
      name: 'ownership',
      idleMs: parts.settings.idleMs,
      pass: async () => {
        if (await parts.ownership.isOurs()) this.startLoops();
        return false;
      },
    });
    this.loops = {
      preflight: loop(preflight(parts, () => this.loops.dispatch.wake())),
      dispatch: loop(
        dispatch(
          parts,
          () => this.loops.preflight.wake(),
          () => this.loops.dispatch.wake(),
        ),
      ),
      resolve: loop(resolve(parts)),
      sweep: loop(sweep(parts, () => this.loops.read.wake())),
      read: loop(read(parts)),
      artifacts: loop(artifacts(parts)),
      judge: loop(judge(parts)),
      remind: loop(remind(parts)),
      perform: loop(perform(parts)),
      retain: loop(retain(parts)),
    };
  }

  start(): void {
    this.gate.start();
  }

  /** Claims nothing more and waits for what is under way. */
  async stop(): Promise<void> {
    await this.gate.stop();
    await Promise.all(Object.values(this.loops).map(loop => loop.stop()));
  }

  /** A command changed something here: nobody should wait for the next turn of a clock. */
  wake(): void {
    for (const name of [
      'preflight',
      'dispatch',
      'judge',
      'remind',
      'perform',
      'read',
    ] as const) {
      this.loops[name].wake();
    }
  }

  /** A webhook said where to look. Lost when it fails: the sweep finds what it was about. */
  hear({ repositoryId, branch }: ProviderHint): void {
    const { store, logger, rules, monotonic } = this.parts;
    const hints = [{ repositoryId, branch }];
    const afterMs = this.hintPace.delayMs(
      `${repositoryId} ${branch}`,
      monotonic(),
      rules.identities().length,
    );
    if (afterMs === undefined) return;
    Promise.all([
      store.hintReads('read', hints, afterMs),
      store.hintReads('artifacts', hints, afterMs),
    ]).then(
      () => {
        this.loops.read.wake();
        this.loops.artifacts.wake();
      },
      () => logger.debug('A hint could not be kept'),
    );
  }

  health(): LoopHealth[] {
    return Object.values(this.loops).map(loop => loop.health());
  }

  private startLoops(): void {
    Object.values(this.loops).forEach(loop => loop.start());
  }
}
