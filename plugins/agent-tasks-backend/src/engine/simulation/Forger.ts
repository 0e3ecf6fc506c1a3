import { markerLine, markersIn } from '../../domain/prompt/marker';
import { CREATOR_ID } from './GitHubWorld';
import { Portal } from './Portal';

/**
 * Somebody who copies markers of the portal into tasks of their own: under another account, into
 * another repository, or behind other words.
 */
export class Forger {
  constructor(private readonly portal: Portal) {}

  begin(): void {
    const { scheduler, dice, plan } = this.portal;
    if (!plan.has('marker_copied', 0.3)) return;
    for (let n = 0; n < 4; n += 1) {
      scheduler.after(dice.between(30_000, 600_000), () => this.copy());
    }
  }

  private copy(): void {
    const { dice, github, tables, journal } = this.portal;
    const marked = [...tables.tasks.values()].filter(
      ({ marker, attempts }) => marker !== null && attempts > 0,
    );
    if (marked.length === 0) return;
    const { marker, repository, id } = dice.pick(marked);
    const words = `Work on ${id.split('x')[0]}.`;
    const line = markerLine(marker ?? '');
    const how = dice.pick(['account', 'repository', 'words'] as const);
    journal.fault('marker_copied', 'forger', `of ${id}, other ${how}`);
    const forged = {
      repositoryId: how === 'repository' ? '44' : repository.id ?? '',
      creatorId: how === 'account' ? '666' : CREATOR_ID,
      prompt: how === 'words' ? `Not this.\n\n${line}` : `${words}\n\n${line}`,
      startOf: null,
    };
    if (markersIn(forged.prompt).length > 0) github.create(forged);
  }
}
