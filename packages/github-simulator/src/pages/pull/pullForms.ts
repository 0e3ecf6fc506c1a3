import { askerOf } from '../../state/reviews';
import { PullRequest } from '../../state/World';
import { Markup, markup } from '../layout/markup';
import { ago } from '../layout/time';
import { nameOf } from '../layout/timeline';
import { Visit } from '../layout/Visit';

interface Place {
  visit: Visit;
  pull: PullRequest;
  /** Where the forms go, without a slash at the end. */
  address: string;
  /** Whether the person may write to the repository. */
  may: boolean;
}

/** What ends a pull request, or brings it a step on. */
export function stateForms({ visit, pull, address, may }: Place): Markup {
  const off = !may && markup`disabled`;
  const button = (action: string, label: string, look: string) =>
    markup`<form method="post" action="${address}/${action}">
      <button class="${look}" type="submit" ${off}>${label}</button>
    </form>`;
  if (pull.mergedAt !== null) {
    const merger = nameOf(visit.world, pull.mergedBy ?? 'Somebody');
    return markup`<p>${merger} merged it ${ago(pull.mergedAt, visit.now)}.</p>`;
  }
  if (pull.state === 'closed') return button('reopen', 'Reopen', '');
  return markup`
    ${
      pull.draft
        ? button('ready', 'Ready for review', 'primary')
        : button('merge', 'Merge', 'primary')
    }
    ${button('close', 'Close', 'danger')}`;
}

export function reviewForm({ visit, pull, address, may }: Place): Markup {
  const off = !may && markup`disabled`;
  const { person, world, typed } = visit;
  const hint =
    askerOf(world, pull) === person.login &&
    `${person.name} asked for this work, so their approval does not count.`;
  return markup`<form class="review" method="post" action="${address}/approve">
    <label for="text">Review or comment</label>
    <textarea id="text" name="text" rows="3" aria-describedby="text-hint" ${off}>${typed}</textarea>
    <p class="buttons">
      <button type="submit" ${off}>Approve</button>
      <button type="submit" formaction="${address}/changes" ${off}>Request changes</button>
      <button type="submit" formaction="${address}/comment" ${off}>Comment</button>
    </p>
    <p class="hint" id="text-hint">
      A comment that mentions @copilot asks the agent to go on. ${hint}
    </p>
  </form>`;
}
