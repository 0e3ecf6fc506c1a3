import { RequestHandler } from 'express';
import { refuse } from '../door/refuse';
import { GitHubError } from './GitHubError';

/** Reads a body as JSON whatever its content type says, as GitHub does. */
export const parseBody: RequestHandler = (req, res, next) => {
  if (typeof req.body !== 'string' || req.body === '') {
    req.body = {};
    next();
    return;
  }
  try {
    req.body = JSON.parse(req.body);
  } catch {
    refuse(res, new GitHubError(400, 'Problems parsing JSON'));
    return;
  }
  if (
    req.body === null ||
    typeof req.body !== 'object' ||
    Array.isArray(req.body)
  ) {
    refuse(res, new GitHubError(400, 'Body should be a JSON object'));
    return;
  }
  next();
};
