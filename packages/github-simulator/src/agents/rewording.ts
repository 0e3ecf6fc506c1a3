import { pick } from '../state/dice';

const FILLERS = new Set(
  'a an the to of in on at for and or is are be please with this that it its by from so as we you'.split(
    ' ',
  ),
);
const OPENINGS = [
  'Updating',
  'Reworking',
  'Addressing',
  'Preparing',
  'Improving',
];

/** The first lines of a prompt that say something: no marker, no order for the simulator. */
function gist(prompt: string): string {
  return prompt
    .split('\n')
    .filter(line => !/^(Portal-Task-Ref|simulator):/i.test(line.trim()))
    .join(' ')
    .replace(/[`*_#>"()[\]{}]/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();
}

/** A name as a model would make one of the prompt: alike, never the same. */
export function rewordedName(
  prompt: string,
  seed: number,
  ordinal: number,
): string {
  const words = gist(prompt)
    .split(' ')
    .filter(word => word && !FILLERS.has(word.toLowerCase()))
    .slice(1, 7)
    .map(word => word.replace(/[.,;:!?]+$/, ''));
  const opening = pick(OPENINGS, seed, 'opening', ordinal);
  return `${opening} ${words.join(' ') || 'repository'}`.slice(0, 80);
}

/** The prompt's own beginning, where the name is not reworded. */
export function plainName(prompt: string): string {
  return gist(prompt).slice(0, 80) || 'Task';
}

export function branchNameFrom(name: string): string {
  const slug = name
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '')
    .split('-')
    .slice(0, 5)
    .join('-');
  return slug || 'change';
}
