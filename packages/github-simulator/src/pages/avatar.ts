import { World } from '../state/World';
import { copilot } from '../state/copilot';
import { Markup, markup } from './layout/markup';

/** A picture of somebody: their initials, on a colour of their own. */
export function avatar(world: World, id: number): Markup | undefined {
  const who = [
    ...world.accounts,
    ...world.organizations.map(one => ({ ...one, name: one.login })),
    { ...copilot, name: copilot.login },
  ].find(one => one.id === id);
  if (!who) return undefined;
  const initials = who.name
    .split(/[\s-]+/)
    .map(word => word.charAt(0).toUpperCase())
    .slice(0, 2)
    .join('');
  return markup`<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 64 64">
    <rect width="64" height="64" fill="hsl(${id % 360} 45% 38%)"/>
    <text x="32" y="41" font-family="sans-serif" font-size="26" fill="#fff" text-anchor="middle">${initials}</text>
  </svg>`;
}

/** The pages' own mark: one step done, the next one open. */
export const icon = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32">
  <rect width="32" height="32" rx="7" fill="#5b4bc4"/>
  <path d="M12 16h8" stroke="#fff" stroke-width="3"/>
  <circle cx="9.5" cy="16" r="4.5" fill="#fff"/>
  <circle cx="22.5" cy="16" r="3.5" fill="#5b4bc4" stroke="#fff" stroke-width="3"/>
</svg>`;
