import { mayOn } from '../../state/repositories';
import { repositoryOf, presentSimplePull } from '../pulls/presentPull';
import { paginate } from '../paging';
import { Route } from '../Route';
import { searchPulls } from './searchIssues';

export const searchRoutes: Route[] = [
  {
    method: 'GET',
    path: '/search/issues',
    answer: call => {
      const { world, viewer, token, simulator, query } = call;
      const found = searchPulls(world, String(query.q))
        .filter(pull => mayOn(repositoryOf(world, pull), viewer, token, 'read'))
        .sort((one, other) => other.createdAt - one.createdAt);
      const page = paginate(found, call);
      return {
        status: 200,
        headers: page.headers,
        body: {
          total_count: found.length,
          incomplete_results: false,
          search_type: 'lexical',
          items: page.items.map(pull => {
            const shown = presentSimplePull(
              world,
              pull,
              simulator.origin,
              viewer.login,
            );
            const url = shown.issue_url;
            return {
              id: shown.id,
              node_id: shown.node_id,
              number: shown.number,
              title: shown.title,
              body: shown.body,
              state: shown.state,
              draft: shown.draft,
              locked: shown.locked,
              user: shown.user,
              labels: shown.labels,
              assignee: null,
              milestone: null,
              comments: world.comments.filter(one => one.pullId === pull.id)
                .length,
              url,
              html_url: shown.html_url,
              repository_url: url.replace(/\/issues\/\d+$/, ''),
              comments_url: `${url}/comments`,
              events_url: `${url}/events`,
              labels_url: `${url}/labels{/name}`,
              author_association: shown.author_association,
              created_at: shown.created_at,
              updated_at: shown.updated_at,
              closed_at: shown.closed_at,
              score: 1,
              pull_request: {
                url: shown.url,
                html_url: shown.html_url,
                diff_url: shown.diff_url,
                patch_url: shown.patch_url,
                merged_at: shown.merged_at,
              },
            };
          }),
        },
      };
    },
  },
];
