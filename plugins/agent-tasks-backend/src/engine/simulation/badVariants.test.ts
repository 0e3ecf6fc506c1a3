import { resolve } from 'node:path';
import { BAD_VARIANTS, BadVariant } from './badVariants';
import { patchedModule } from './patchedModule';
import type { simulate } from './simulate';

/** Most variants are found out within a few hundred. */
const HISTORIES = 10_000;

jest.setTimeout(1_800_000);

describe('the simulation sees through an engine in which', () => {
  it.each(BAD_VARIANTS.map(variant => [variant.name, variant] as const))(
    '%s',
    async (_name, variant) => {
      const run = await simulationOf(variant)({
        firstSeed: 1,
        histories: HISTORIES,
        enough: 1,
        haunted: 1,
      });
      const [history] = run.broken;
      expect(history?.broken.join('\n')).toMatch(variant.complaint);
    },
  );
});

/** The simulation over an engine with one defence taken out. */
function simulationOf({ file, from, to }: BadVariant): typeof simulate {
  const path = resolve(__dirname, '../..', file);
  let simulation: { simulate: typeof simulate } | undefined;
  jest.isolateModules(() => {
    jest.doMock(path, () =>
      patchedModule({ file: path, from, to }, jest.requireActual),
    );
    simulation = require('./simulate');
  });
  jest.dontMock(path);
  if (!simulation) throw new Error('The simulation was not loaded');
  return simulation.simulate;
}
