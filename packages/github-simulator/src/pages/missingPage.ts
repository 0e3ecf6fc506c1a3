import { Page } from './layout/layout';
import { markup } from './layout/markup';
import { Visit } from './layout/Visit';

/** For what is not there, and for what this person may not see: the two look the same. */
export function missingPage({ person }: Visit): Page {
  return {
    title: 'Nothing here',
    status: 404,
    body: markup`<h1>There is nothing here</h1>
      <p class="lead">
        Either the address is wrong, or ${person.name} may not see what it
        shows. Acting as somebody else may help.
      </p>
      <p><a href="/">See all repositories and tasks</a></p>`,
  };
}

/** For what went wrong outside the world, such as a machine without git. */
export function brokenPage(message: string, status: number): Page {
  return {
    title: 'This did not work',
    status,
    body: markup`<h1>This did not work</h1>
      <p class="lead">${message}</p>
      <p><a href="/">See all repositories and tasks</a></p>`,
  };
}
