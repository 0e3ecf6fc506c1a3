import { spawn } from 'node:child_process';
import { GitHubError } from '../api/GitHubError';

/** Said in place of an answer where the machine has no git. */
export class GitIsMissing extends GitHubError {
  constructor() {
    super(
      503,
      'The GitHub simulator keeps files in git, and there is no `git` on its PATH: install git and try again',
    );
  }
}

/** What the person who runs the simulator has set up for their own git must not change what ours does. */
export const gitEnvironment = {
  PATH: process.env.PATH,
  HOME: '/nonexistent',
  GIT_CONFIG_NOSYSTEM: '1',
  GIT_CONFIG_GLOBAL: '/dev/null',
  GIT_TERMINAL_PROMPT: '0',
  LC_ALL: 'C',
};

/**
 * Runs git in a directory and returns what it wrote.
 * @throws Error with git's own words when it fails, GitIsMissing when there is none
 */
export function runGit(
  directory: string,
  args: string[],
  input: string | Buffer = '',
): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    const git = spawn('git', args, { cwd: directory, env: gitEnvironment });
    const out: Buffer[] = [];
    const said: Buffer[] = [];
    git.stdout.on('data', chunk => out.push(chunk));
    git.stderr.on('data', chunk => said.push(chunk));
    git.on('error', (error: NodeJS.ErrnoException) =>
      reject(error.code === 'ENOENT' ? new GitIsMissing() : error),
    );
    git.on('close', code => {
      if (code === 0) resolve(Buffer.concat(out));
      else {
        const words = Buffer.concat(said).toString().trim();
        reject(new Error(`git ${args[0]} failed with ${code}: ${words}`));
      }
    });
    // git may end before it has read everything; its exit code says whether that was wrong.
    git.stdin.on('error', () => {});
    git.stdin.end(input);
  });
}
