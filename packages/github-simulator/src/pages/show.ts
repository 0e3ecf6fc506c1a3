import { Request, RequestHandler, Response } from 'express';
import { GitHubError } from '../api/GitHubError';
import { isLoopback } from '../loopback';
import { Simulator } from '../Simulator';
import { layout, Page } from './layout/layout';
import { openVisit, Visit } from './layout/Visit';
import { brokenPage, missingPage } from './missingPage';

/** Where to go instead. */
export class Elsewhere {
  readonly path: string;

  constructor(path: string) {
    this.path = path;
  }
}

export type Answer = Page | Elsewhere | undefined;

/** Nothing runs in a page and nothing comes from elsewhere, so that text somebody wrote stays text. */
const POLICY =
  "default-src 'none'; style-src 'self'; img-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

function send(res: Response, visit: Visit, answer: Answer) {
  if (answer instanceof Elsewhere) {
    res.redirect(303, answer.path);
    return;
  }
  const page = answer ?? missingPage(visit);
  res
    .status(page.status ?? 200)
    .set({ 'content-security-policy': POLICY, 'cache-control': 'no-store' })
    .type('html')
    .send(layout(visit, page));
}

function pageOf(error: unknown): Answer {
  if (!(error instanceof GitHubError)) throw error;
  return error.status === 404
    ? undefined
    : brokenPage(error.message, error.status);
}

/** Another site must not press buttons here: not from its own pages, and not by giving us its name. */
function isFromElsewhere(req: Request): boolean {
  const { origin, host } = req.headers;
  return (
    !isLoopback(req.hostname) ||
    (origin !== undefined && origin !== `http://${host}`)
  );
}

/** Shows a page to whoever looks. No answer means that there is nothing here for them. */
export function show(
  simulator: Simulator,
  look: (visit: Visit, req: Request) => Answer | Promise<Answer>,
): RequestHandler {
  return (req, res, next) => {
    const visit = openVisit(simulator, req);
    if (!visit) {
      res.status(404).type('text/plain').send('Nobody lives in this world.\n');
      return;
    }
    Promise.resolve()
      .then(() => look(visit, req))
      .catch(pageOf)
      .then(answer => send(res, visit, answer))
      .catch(next);
  };
}

/**
 * Does what a form asks for, then sends the person back to its page. If it is refused, the page is shown again, with
 * the reason and with what was typed.
 */
export function press(
  simulator: Simulator,
  act: (visit: Visit, req: Request, text: string) => Promise<Deed | undefined>,
): RequestHandler {
  return show(simulator, async (visit, req) => {
    if (isFromElsewhere(req))
      return brokenPage('This form was sent from another site.', 403);
    const text = String(req.body?.text ?? '');
    const deed = await act(visit, req, text);
    if (!deed) return undefined;
    try {
      const done = await deed.perform();
      if (!done) return undefined;
      simulator.save();
      return new Elsewhere(`${deed.address}?done=${done}`);
    } catch (error) {
      if (!(error instanceof GitHubError)) throw error;
      const page = await deed.page({
        ...visit,
        address: deed.address,
        typed: text,
      });
      return {
        ...page,
        status: error.status,
        failure: error.message,
        address: deed.address,
      };
    }
  });
}

export interface Deed {
  /** The page that the form is on. */
  address: string;
  /** Says the word that the page confirms it with; undefined if nobody knows this deed. */
  perform(): string | undefined | Promise<string | undefined>;
  page(visit: Visit): Page | Promise<Page>;
}
