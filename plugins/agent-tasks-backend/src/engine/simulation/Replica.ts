import { TaskStore } from '../../store/TaskStore';
import { Commands } from '../commands/Commands';
import { EngineParts } from '../EngineParts';
import { dispatch } from '../loops/dispatch';
import { judge } from '../loops/judge';
import { LoopWork } from '../loops/Loop';
import { perform } from '../loops/perform';
import { preflight } from '../loops/preflight';
import { artifacts } from '../loops/artifacts';
import { read } from '../loops/read';
import { remind } from '../loops/remind';
import { resolve } from '../loops/resolve';
import { sweep } from '../loops/sweep';
import { LoopName } from './DueTimes';
import { enginePartsOf } from './enginePartsOf';
import { gatedStore } from './gatedStore';
import { GitHubLine } from './GitHubLine';
import { Life } from './Life';
import { Portal } from './Portal';
import { Turns } from './Turns';

/** One backend process after another under one name: the real loops, started again after a crash. */
export class Replica {
  private life: Life;
  private lives = 0;
  private current: { store: TaskStore; commands: Commands };

  constructor(private readonly portal: Portal, readonly name: string) {
    this.life = this.nextLife();
    this.current = this.start(this.life);
  }

  get isUp(): boolean {
    return !this.life.isDead;
  }

  get store(): TaskStore {
    return this.current.store;
  }

  /** What people order, as this process carries it out. */
  get commands(): Commands {
    return this.current.commands;
  }

  private nextLife(): Life {
    this.lives += 1;
    return new Life(this.portal, `${this.name}.${this.lives}`, () => {
      const downMs = this.portal.dice.between(1_000, 60_000);
      this.portal.scheduler.after(downMs, () => {
        this.life = this.nextLife();
        this.current = this.start(this.life);
      });
    });
  }

  private start(life: Life): { store: TaskStore; commands: Commands } {
    const { portal } = this;
    const { github, oracle, tables, newId } = portal;
    const store = gatedStore(portal, life, oracle, tables, newId);
    const line = new GitHubLine(portal, life, github, oracle);
    const parts = enginePartsOf(portal, life, store, line);
    const turns = this.loopsOf(life, parts);
    const commands = new Commands({
      ...parts,
      queries: { freezes: async () => [] },
      wake: () => Object.values(turns).forEach(each => each.wake()),
    });
    return { store, commands };
  }

  private loopsOf(life: Life, parts: EngineParts): Record<LoopName, Turns> {
    const turns = {} as Record<LoopName, Turns>;
    const wake = (name: LoopName) => () => turns[name].wake();
    const works: Record<LoopName, LoopWork> = {
      preflight: preflight(parts, wake('dispatch')),
      dispatch: dispatch(parts, wake('preflight'), wake('dispatch')),
      resolve: resolve(parts),
      sweep: sweep(parts, wake('read')),
      read: read(parts),
      artifacts: artifacts(parts),
      judge: judge(parts),
      remind: remind(parts),
      perform: perform(parts),
    };
    for (const [name, work] of Object.entries(works) as [
      LoopName,
      LoopWork,
    ][]) {
      turns[name] = new Turns(this.portal, life, name, work);
    }
    Object.values(turns).forEach(each => each.start());
    return turns;
  }
}
