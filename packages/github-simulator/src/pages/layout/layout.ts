import { Markup, markup, Value } from './markup';
import { Visit } from './Visit';

export interface Page {
  title: string;
  body: Markup;
  status?: number;
  /** Why what was tried did not work. */
  failure?: string;
  /** Where the page is, if it is shown in answer to a form. */
  address?: string;
}

export interface Crumb {
  name: string;
  path: string;
}

export function crumbs(...trail: Crumb[]): Markup {
  return markup`<nav class="crumbs" aria-label="Where you are">
    ${trail.map(({ name, path }) => markup`<a href="${path}">${name}</a> `)}
  </nav>`;
}

/** A list, or a sentence where there is nothing to list. */
export function listOf(items: Markup[], nothing: Value): Markup {
  return items.length > 0
    ? markup`<ul class="rows">${items.map(
        item => markup`<li>${item}</li>`,
      )}</ul>`
    : markup`<p class="nothing">${nothing}</p>`;
}

function personForm({ world, person }: Visit, address: string): Markup {
  return markup`<form class="person" method="post" action="/_pages/person">
    <input type="hidden" name="next" value="${address}" />
    <label for="person">Acting as</label>
    <select id="person" name="person">
      ${world.accounts.map(
        ({ login, name }) =>
          markup`<option value="${login}" ${
            login === person.login && markup`selected`
          }>${name === login ? login : `${name} (${login})`}</option>`,
      )}
    </select>
    <button type="submit">Switch</button>
  </form>`;
}

/** The frame of every page. */
export function layout(visit: Visit, page: Page): string {
  const { title, body, failure, address = visit.address } = page;
  const { done, now } = visit;
  return markup`<!DOCTYPE html>
<html lang="en">
<head>
  <meta charset="utf-8" />
  <meta name="viewport" content="width=device-width, initial-scale=1" />
  <meta name="color-scheme" content="light dark" />
  <title>${title} · GitHub simulator</title>
  <link rel="icon" href="/_pages/icon.svg" type="image/svg+xml" />
  <link rel="stylesheet" href="/_pages/pages.css" />
</head>
<body>
  <a class="skip" href="#content">Skip to content</a>
  <header>
    <p class="banner"><strong>GitHub simulator</strong> — nothing here is real</p>
    <div class="top">
      <a class="home" href="/"><img src="/_pages/icon.svg" alt="" width="24" height="24" /> Home</a>
      ${personForm(visit, address)}
    </div>
  </header>
  <main id="content">
    ${failure && markup`<p class="notice bad" role="alert">${failure}</p>`}
    ${done && markup`<p class="notice good" role="status">${done}</p>`}
    ${body}
  </main>
  <footer>
    The simulator's clock says
    <time datetime="${new Date(now).toISOString()}">${clock(now)}</time>.
    Pages do not change by themselves: <a href="${address}">look again</a>.
  </footer>
</body>
</html>`.text;
}

function clock(now: number): string {
  return new Date(now).toISOString().replace('T', ' ').replace(/\..*/, ' UTC');
}
