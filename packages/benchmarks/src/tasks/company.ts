import { Dice } from './Dice';

/** How large a company the tasks are of: one that would have a portal. */
const TEAMS = 40;
const PEOPLE_PER_TEAM = 25;
const SERVICES_PER_TEAM = 50;

const TEMPLATES = [
  'dependency-bump',
  'new-service-bootstrap',
  'release-notes',
  'test-modernization',
  'migration-proposal',
];

export interface Team {
  ref: string;
  number: number;
}

/** A team; some have far more tasks than others. */
export function drawTeam(dice: Dice): Team {
  const number = dice.skewedBelow(TEAMS);
  return { ref: `group:default/team-${number}`, number };
}

export function drawPerson(dice: Dice, { number }: Team): string {
  return `user:default/person-${number}-${dice.below(PEOPLE_PER_TEAM)}`;
}

/** A service of a team: its entity, and the repository it lies in. */
export function drawService(dice: Dice, { number }: Team) {
  const service = dice.skewedBelow(SERVICES_PER_TEAM);
  const name = `service-${number}-${service}`;
  return { entityRef: `component:default/${name}`, slug: `acme/${name}` };
}

export function drawTemplate(dice: Dice): string {
  return TEMPLATES[dice.skewedBelow(TEMPLATES.length)];
}
