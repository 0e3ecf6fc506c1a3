import { createHash } from 'node:crypto';
import { Request, Response } from 'express';
import { judgeAnswer, judgeRequest } from '../contract/judge';
import { exchangeOf } from '../door/Exchange';
import { Simulator } from '../Simulator';
import { Answer, Call, Route } from './Route';
import { GitHubError } from './GitHubError';

/** Asks the route for its answer and sends it, judging both sides by GitHub's contract. */
export async function serve(
  simulator: Simulator,
  route: Route,
  params: Record<string, string>,
  req: Request,
  res: Response,
): Promise<void> {
  const { viewer, token } = exchangeOf(res);
  if (!viewer || !token) throw new GitHubError(401, 'Requires authentication');
  const query = judgeRequest(route, req.query, req.body);
  const call: Call = {
    simulator,
    world: simulator.world,
    now: simulator.now(),
    viewer,
    token,
    params,
    query,
    body: req.body,
    address: simulator.origin + req.originalUrl,
  };
  const answer = await outcome(route, call);
  if (answer.created) simulator.save();
  else if (req.method !== 'GET') simulator.changed();
  judgeAnswer(route, answer);
  send(simulator, answer, req, res);
}

async function outcome(route: Route, call: Call): Promise<Answer> {
  try {
    return await route.answer(call);
  } catch (error) {
    if (!(error instanceof GitHubError)) throw error;
    return {
      status: error.status,
      body: error.toBody(),
      headers: error.headers,
    };
  }
}

function send(
  simulator: Simulator,
  answer: Answer,
  req: Request,
  res: Response,
) {
  res.status(answer.status).set(answer.headers ?? {});
  if (answer.body === undefined) {
    res.end();
    return;
  }
  const body = JSON.stringify(answer.body);
  // Express would compute an ETag by itself; GitHub sends one for reads only, and the settings may switch it off.
  if (
    req.method === 'GET' &&
    answer.status === 200 &&
    simulator.settings.etags
  ) {
    const etag = `W/"${createHash('sha256').update(body).digest('hex')}"`;
    res.set('etag', etag);
    if (req.headers['if-none-match'] === etag) {
      const { viewer } = exchangeOf(res);
      if (viewer) simulator.limits.refund(viewer.login, simulator.now());
      res.status(304).end();
      return;
    }
  }
  res.type('application/json; charset=utf-8').send(body);
}
