import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { timed } from '../running/timed.mjs';
import { describeNode, runningNode } from './describeNode.mjs';
import { fetchNode } from './fetchNode.mjs';
import { findNode } from './findNode.mjs';

/** The Node this repository runs on, fetched if the machine has none. */
export async function provideNode({ root }) {
  const note = join(root, '.cache/fetched-node');
  const found = await findNode({
    running: runningNode,
    searchPath: process.env.PATH ?? '',
    fetched: readNote(note),
    describe: describeNode,
  });
  if (found) return found;

  const fetched = async () => {
    const { platform, arch, env } = process;
    const node = await describeNode(await fetchNode({ platform, arch, env }));
    mkdirSync(dirname(note), { recursive: true });
    writeFileSync(note, node.path);
    return node;
  };
  return timed(
    'Node, from npm',
    fetched,
    node => `${node.version}, because this is ${process.version}`,
  );
}

function readNote(path) {
  try {
    return readFileSync(path, 'utf8').trim();
  } catch {
    return undefined;
  }
}
