import { PullRequest, World } from '../../state/World';
import { copilot } from '../../state/copilot';
import { repositoryById, slugOf } from '../../state/repositories';

/** The names under which GitHub's search knows the agent. */
const AGENT_NAMES = [
  'copilot',
  'app/copilot-swe-agent',
  'copilot-swe-agent[bot]',
];

function isAuthor(pull: PullRequest, wanted: string): boolean {
  return pull.authorLogin === copilot.login
    ? AGENT_NAMES.includes(wanted)
    : pull.authorLogin.toLowerCase() === wanted;
}

/**
 * As much of GitHub's search language as finds pull requests: `is: state: author: org: user: repo: head: base: draft:`
 * and words of the title. A repeated `repo:` or `org:` means either.
 */
export function searchPulls(world: World, text: string): PullRequest[] {
  const terms = text.match(/(?:[^\s"]|"[^"]*")+/g) ?? [];
  const wanted = new Map<string, string[]>();
  const words: string[] = [];
  for (const term of terms) {
    const [, key, value] = /^([a-z]+):(.+)$/.exec(term.toLowerCase()) ?? [];
    if (key)
      wanted.set(key, [...(wanted.get(key) ?? []), value.replace(/"/g, '')]);
    else words.push(term.toLowerCase().replace(/"/g, ''));
  }
  const some = (key: string, fits: (value: string) => boolean) =>
    !wanted.has(key) || (wanted.get(key) ?? []).some(fits);
  const every = (key: string, fits: (value: string) => boolean) =>
    (wanted.get(key) ?? []).every(fits);

  return Object.values(world.pulls).filter(pull => {
    const repository = repositoryById(world, pull.repositoryId);
    if (!repository) return false;
    const owner = (value: string) => repository.owner.toLowerCase() === value;
    const is = (value: string) =>
      ({
        pr: true,
        'pull-request': true,
        issue: false,
        open: pull.state === 'open',
        closed: pull.state === 'closed',
        merged: pull.mergedAt !== null,
        unmerged: pull.mergedAt === null,
        draft: pull.draft,
      }[value] ?? true);
    return (
      every('is', is) &&
      every('type', is) &&
      every('state', is) &&
      every('draft', value => String(pull.draft) === value) &&
      some('author', value => isAuthor(pull, value)) &&
      some('org', owner) &&
      some('user', owner) &&
      some('repo', value => slugOf(repository).toLowerCase() === value) &&
      some('head', value => pull.headRef.toLowerCase() === value) &&
      some('base', value => pull.baseRef.toLowerCase() === value) &&
      words.every(word => pull.title.toLowerCase().includes(word))
    );
  });
}
