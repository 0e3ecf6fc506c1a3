import { readFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { ModuleKind, ScriptTarget, transpileModule } from 'typescript';

/**
 * A module of the product with some words of its source replaced; the product itself has no switch
 * for it. What it imports is loaded by `load`.
 *
 * @param file - absolute
 */
export function patchedModule(
  { file, from, to }: { file: string; from: string; to: string },
  load: (path: string) => unknown,
): unknown {
  const source = readFileSync(file, 'utf8');
  const parts = source.split(from);
  if (parts.length !== 2) {
    throw new Error(
      `${file} has these words ${parts.length - 1} times: ${from}`,
    );
  }
  const { outputText } = transpileModule(parts.join(to), {
    compilerOptions: {
      module: ModuleKind.CommonJS,
      target: ScriptTarget.ES2022,
    },
  });
  const module = { exports: {} };
  // A test's own module loader takes files only, and there is none with these words.
  // eslint-disable-next-line no-new-func
  const run = new Function('module', 'exports', 'require', outputText);
  run(module, module.exports, (path: string) =>
    load(path.startsWith('.') ? resolve(dirname(file), path) : path),
  );
  return module.exports;
}
