import { execFileSync } from 'node:child_process';
import { resolve } from 'node:path';

/**
 * The files of zod, anybody's copy of it, that a fresh process has loaded after this entry. Not
 * mocked inside jest, because a dependency may bring a copy of its own that no mock would reach.
 */
function zodFilesLoadedBy(entry: string): string[] {
  const script = `
    require(${JSON.stringify(resolve(__dirname, entry))});
    const files = Object.keys(require.cache);
    console.log(JSON.stringify(files.filter(file => /[\\\\/]zod[\\\\/]/.test(file))));
  `;
  const transform = require.resolve('@backstage/cli/config/nodeTransform.cjs');
  const output = execFileSync(
    process.execPath,
    ['--require', transform, '--eval', script],
    { encoding: 'utf8', env: { ...process.env, NODE_OPTIONS: '' } },
  );
  return JSON.parse(output);
}

describe('the entry points', () => {
  it('spare a browser zod: the main one loads none of it', () => {
    expect(zodFilesLoadedBy('./index.ts')).toEqual([]);
  });

  it('load zod with the schemas, so that the test above can see it', () => {
    expect(zodFilesLoadedBy('./schemas/index.ts')).not.toEqual([]);
  });
});
