import { Simulator } from '../Simulator';
import { mayOn } from '../state/repositories';
import { Account, PullRequest, Repository, Token, World } from '../state/World';
import { Node } from './Node';

/** Who asks, and of which world; every node is made for one of them. */
export interface Asker {
  simulator: Simulator;
  world: World;
  /** Address of the pages, without a slash at the end. */
  origin: string;
  now: number;
  viewer: Account;
  token: Token;
  /** Pull requests lead to their repository, and a repository to them: this way back keeps the files in one order. */
  pullNode(pull: PullRequest): Node;
}

export function sees(
  { viewer, token }: Asker,
  repository: Repository | undefined,
): repository is Repository {
  return repository !== undefined && mayOn(repository, viewer, token, 'read');
}
