import { spawn } from 'node:child_process';
import { Request, Response } from 'express';
import { GitIsMissing, gitEnvironment } from './runGit';

/**
 * Lets `git http-backend` answer a request about one repository. It is a CGI program: the request goes in through the
 * environment and stdin, headers and body come out of stdout.
 * https://git-scm.com/docs/git-http-backend
 * @param beforeEnd runs when git is done and before the client sees the end of the answer
 */
export async function httpBackend(
  req: Request,
  res: Response,
  asked: { directory: string; service: string; login: string },
  beforeEnd: () => Promise<void>,
): Promise<void> {
  const query = req.originalUrl.split('?')[1] ?? '';
  const backend = spawn('git', ['http-backend'], {
    env: {
      ...gitEnvironment,
      GIT_PROJECT_ROOT: asked.directory,
      GIT_HTTP_EXPORT_ALL: '1',
      PATH_INFO: `/${asked.service}`,
      QUERY_STRING: query,
      REQUEST_METHOD: req.method,
      REMOTE_USER: asked.login,
      REMOTE_ADDR: req.socket.remoteAddress,
      CONTENT_TYPE: req.headers['content-type'] ?? '',
      CONTENT_LENGTH: req.headers['content-length'] ?? '',
      HTTP_CONTENT_ENCODING: req.headers['content-encoding'] ?? '',
      GIT_PROTOCOL: String(req.headers['git-protocol'] ?? ''),
    },
  });
  // A client that goes away ends git's work too.
  res.on('close', () => backend.kill());
  backend.stdin.on('error', () => {});
  req.pipe(backend.stdin);
  backend.stderr.resume();

  let head = Buffer.alloc(0);
  let headIsSent = false;
  backend.stdout.on('data', (chunk: Buffer) => {
    if (headIsSent) {
      res.write(chunk);
      return;
    }
    head = Buffer.concat([head, chunk]);
    const end = head.indexOf('\r\n\r\n');
    if (end < 0) return;
    headIsSent = true;
    sendHead(res, head.subarray(0, end).toString());
    res.write(head.subarray(end + 4));
  });
  await new Promise<void>((resolve, reject) => {
    backend.on('error', (error: NodeJS.ErrnoException) =>
      reject(error.code === 'ENOENT' ? new GitIsMissing() : error),
    );
    backend.on('close', () => resolve());
  });
  await beforeEnd();
  if (!headIsSent) res.status(500);
  res.end();
}

function sendHead(res: Response, head: string) {
  for (const line of head.split('\r\n')) {
    const [name, value] = [
      line.slice(0, line.indexOf(':')),
      line.slice(line.indexOf(':') + 1).trim(),
    ];
    if (name.toLowerCase() === 'status') res.status(Number.parseInt(value, 10));
    else res.setHeader(name, value);
  }
}
