import { asText, Entry } from '../../git/BareRepository';
import { findContent } from '../../git/findContent';
import { pathUrl } from '../../git/pathUrl';
import { slugOf } from '../../state/repositories';
import { Repository } from '../../state/World';
import { Markup, markup } from '../layout/markup';
import { crumbs, listOf, Page } from '../layout/layout';
import { Visit } from '../layout/Visit';

export function entryRows(
  base: string,
  ref: string,
  entries: Entry[],
): Markup[] {
  const folders = entries.filter(entry => entry.type === 'tree');
  const files = entries.filter(entry => entry.type !== 'tree');
  return [...folders, ...files].map(entry => {
    const folder = entry.type === 'tree';
    const name = entry.path.split('/').pop();
    const kind = folder ? 'tree' : 'blob';
    const path = pathUrl(entry.path);
    return markup`<a href="${base}/${kind}/${ref}/${path}"
      >${name}${folder && '/'}</a
    >`;
  });
}

/** A file, or what lies in a folder. */
export async function filePage(
  { simulator, world }: Visit,
  repository: Repository,
  ref: string,
  path: string,
): Promise<Page> {
  const slug = slugOf(repository);
  const bare = await simulator.git.open(world, repository);
  const { entry } = await findContent(bare, ref, path);
  const above = entry.path.split('/').slice(0, -1);
  const trail = above.map((name, index) => ({
    name,
    path: `/${slug}/tree/${ref}/${above.slice(0, index + 1).join('/')}`,
  }));
  const title = entry.path || repository.name;
  const heading = markup`${crumbs(
    { name: slug, path: `/${slug}` },
    { name: ref, path: `/${slug}/tree/${ref}` },
    ...trail,
  )}
    <h1>${title.split('/').pop()}</h1>`;
  if (entry.type === 'tree') {
    const below = entry.path ? `${entry.path}/` : '';
    const entries = (await bare.list(entry.sha)).map(one => ({
      ...one,
      path: below + one.path,
    }));
    return {
      title,
      body: markup`${heading}
        <section class="card" aria-label="Files">
          ${listOf(
            entryRows(`/${slug}`, ref, entries),
            'This folder is empty.',
          )}
        </section>`,
    };
  }
  const text = asText(await bare.blob(entry.sha));
  return {
    title,
    body: markup`${heading}
      <section class="card" aria-label="Content">
        ${
          text === undefined
            ? markup`<p class="nothing">This file is no text.</p>`
            : markup`<pre tabindex="0">${text}</pre>`
        }
        <p class="detail">
          <a href="/raw/${slug}/${ref}/${pathUrl(entry.path)}">Raw</a>
        </p>
      </section>`,
  };
}
