import { Response } from 'express';
import { GitHubError } from '../api/GitHubError';

/** Answers with GitHub's error shape. */
export function refuse(res: Response, error: GitHubError): void {
  res.status(error.status).set(error.headers).json(error.toBody());
}
