import { findAccount } from '../../state/accounts';
import { World } from '../../state/World';
import { Markup, markup, Value } from './markup';
import { ago } from './time';

export interface Happening {
  at: number;
  text: Value;
  /** What somebody wrote. */
  quote?: string;
}

export function nameOf(world: World, login: string): string {
  return findAccount(world, login)?.name ?? login;
}

/** What happened, oldest first. */
export function timeline(happenings: Happening[], now: number): Markup {
  const inOrder = [...happenings].sort((one, other) => one.at - other.at);
  return markup`<ol class="timeline">
    ${inOrder.map(
      ({ at, text, quote }) => markup`<li>
        ${text} ${ago(at, now)}
        ${quote && markup`<blockquote>${quote}</blockquote>`}
      </li>`,
    )}
  </ol>`;
}
