import { existsSync, readFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { lastLines } from '../running/lastLines.mjs';

const COMPILERS = [['python3'], ['make'], ['c++', 'g++', 'clang++']];

/** The last useful lines of a failed `yarn install`, and what to do next. */
export function explainInstallFailure(output, env) {
  const buildLog = /logs can be found here: (\S+?)\)/.exec(output)?.[1];
  const story =
    buildLog && existsSync(buildLog)
      ? `${lastLines(withoutNoise(output), 5)}\n${lastLines(
          readFileSync(buildLog, 'utf8'),
        )}`
      : lastLines(withoutNoise(output));
  return `${story}\n\n${advice(output, buildLog, env)}`;
}

function advice(output, buildLog, env) {
  if (buildLog) {
    const missing = missingCompilers(env);
    return missing.length > 0
      ? `A native module found no prebuilt binary and could not be compiled: ${missing.join(
          ', ',
        )} missing. On Debian or Ubuntu: apt-get install python3 make g++. On macOS: xcode-select --install. Then try again.`
      : 'A native module could not be compiled; the lines above are the end of its build log.';
  }
  if (output.includes('YN0028')) {
    return 'yarn.lock does not fit the package.json files. Run `node .yarn/releases/yarn-4.13.0.cjs install` and commit yarn.lock.';
  }
  return 'Check the connection to the npm registry, then try again: what was downloaded is kept.';
}

/** @returns {string[]} what node-gyp needs and PATH does not have */
export function missingCompilers(env) {
  const directories = (env.PATH ?? '').split(delimiter);
  return COMPILERS.filter(
    names =>
      !names.some(name =>
        directories.some(directory => existsSync(join(directory, name))),
      ),
  ).map(names => names[0]);
}

function withoutNoise(output) {
  return output
    .split('\n')
    .filter(line => !/YN00(02|05|07|13|60|86)/.test(line))
    .join('\n');
}
