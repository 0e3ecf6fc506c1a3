import { isoTime } from '../api/isoTime';
import { repositoryOf } from '../api/pulls/presentPull';
import { searchPulls } from '../api/search/searchIssues';
import { findAccount, findOrganization } from '../state/accounts';
import { copilot } from '../state/copilot';
import { readNodeId } from '../state/nodeId';
import { findRepository, repositoryById } from '../state/repositories';
import { actorNode } from './actorNode';
import { Asker, sees } from './Asker';
import { checkRunNode, workflowRunNode } from './commitNode';
import { connect, Slice } from './connection';
import { Refusal } from './Refusal';
import { repositoryNode } from './repositoryNode';
import { commentNode, reviewNode } from './reviewNode';
import { Node } from './Node';

const MOST_NODES = 100;

/** Makes a node of what a global id stands for; undefined where there is nothing that the viewer may see. */
function nodeOf(asker: Asker, globalId: string): Node | undefined {
  const { world } = asker;
  const wanted = readNodeId(globalId);
  if (!wanted) return undefined;
  const { kind, id } = wanted;
  const pullIf = (pullId: number) => {
    const pull = world.pulls[pullId];
    return pull && sees(asker, repositoryOf(world, pull)) ? pull : undefined;
  };
  switch (kind) {
    case 'PullRequest': {
      const pull = pullIf(id);
      return pull && asker.pullNode(pull);
    }
    case 'Repository': {
      const repository = repositoryById(world, id);
      return sees(asker, repository)
        ? repositoryNode(asker, repository)
        : undefined;
    }
    case 'PullRequestReview': {
      const review = world.reviews.find(one => one.id === id);
      return review && pullIf(review.pullId) && reviewNode(asker, review);
    }
    case 'IssueComment': {
      const comment = world.comments.find(one => one.id === id);
      return comment && pullIf(comment.pullId) && commentNode(asker, comment);
    }
    case 'CheckRun': {
      const check = world.checkRuns.find(one => one.id === id);
      return check && sees(asker, repositoryById(world, check.repositoryId))
        ? checkRunNode(asker, check)
        : undefined;
    }
    case 'WorkflowRun': {
      const run = world.runs[id];
      return run && sees(asker, repositoryById(world, run.repositoryId))
        ? workflowRunNode(asker, run)
        : undefined;
    }
    default: {
      const login =
        [...world.accounts, ...world.organizations, copilot].find(
          one => one.id === id,
        )?.login ?? '';
      const actor = actorNode(asker, login);
      return actor && actor.__typename === kind ? actor : undefined;
    }
  }
}

function notFound(what: string): Refusal {
  return new Refusal('NOT_FOUND', `Could not resolve to ${what}.`);
}

function resolveNode(asker: Asker, id: string) {
  return nodeOf(asker, id) ?? notFound(`a node with the global id of '${id}'`);
}

/** What a query starts from. A `Refusal` in place of a node becomes null and an error at its place in the answer. */
export function queryRoot(asker: Asker) {
  const { world, simulator, viewer, now } = asker;
  return {
    viewer: () => actorNode(asker, viewer.login),

    node: ({ id }: { id: string }) => resolveNode(asker, id),

    nodes: ({ ids }: { ids: string[] }) => {
      if (ids.length > MOST_NODES) {
        throw new Refusal(
          'ARGUMENT_LIMIT',
          `You may not provide more than ${MOST_NODES} node ids; you provided ${ids.length}.`,
        );
      }
      return ids.map(id => resolveNode(asker, id));
    },

    repository: ({ owner, name }: { owner: string; name: string }) => {
      const repository = findRepository(world, owner, name);
      return sees(asker, repository)
        ? repositoryNode(asker, repository)
        : notFound(`a Repository with the name '${owner}/${name}'`);
    },

    user: ({ login }: { login: string }) =>
      findAccount(world, login)
        ? actorNode(asker, login)
        : notFound(`a User with the login of '${login}'`),

    organization: ({ login }: { login: string }) =>
      findOrganization(world, login)
        ? actorNode(asker, login)
        : notFound(`an Organization with the login of '${login}'`),

    search: ({ query, type, ...slice }: SearchArguments) => {
      if (!type.startsWith('ISSUE')) {
        throw new Refusal(
          'NOT_SIMULATED',
          `The GitHub simulator does not search for ${type}`,
        );
      }
      const found = searchPulls(world, query)
        .filter(pull => sees(asker, repositoryOf(world, pull)))
        .sort((one, other) => other.createdAt - one.createdAt);
      return {
        ...connect(
          found.map(pull => asker.pullNode(pull)),
          slice,
          'search',
        ),
        issueCount: found.length,
      };
    },

    rateLimit: () => {
      const standing = simulator.limits.standing(
        viewer.login,
        simulator.settings.limits,
        now,
      );
      return {
        limit: standing.limit,
        used: standing.used,
        remaining: standing.remaining,
        resetAt: isoTime(standing.reset * 1000),
        cost: 1,
        nodeCount: 0,
      };
    },
  };
}

interface SearchArguments extends Slice {
  query: string;
  type: string;
}
