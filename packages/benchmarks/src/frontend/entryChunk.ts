import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';

/** What the browser loads before it shows anything, of a built app. */
export interface EntryChunk {
  /** Scripts and styles, compressed one by one, as they are sent. */
  gzipBytes: number;
  /** The modules in it, as its source maps name them. */
  modules: string[];
}

/** Reads what `index.html` asks for at once. */
export async function entryChunkOf(dist: string): Promise<EntryChunk> {
  const page = await readFile(join(dist, 'index.html'), 'utf8');
  const files = [
    ...page.matchAll(
      /<(?:script|link)\b[^>]*\b(?:src|href)="([^"]+[.](?:js|css))"/g,
    ),
  ].map(([, url]) => url.replace(/^[/]/, ''));
  if (files.length === 0) throw new Error(`Nothing is loaded by ${dist}`);
  const parts = await Promise.all(files.map(file => partOf(join(dist, file))));
  return {
    gzipBytes: parts.reduce((sum, { gzipBytes }) => sum + gzipBytes, 0),
    modules: parts.flatMap(({ modules }) => modules),
  };
}

async function partOf(file: string): Promise<EntryChunk> {
  const content = await readFile(file);
  return {
    gzipBytes: gzipSync(content).length,
    modules: await sourcesOf(`${file}.map`),
  };
}

async function sourcesOf(map: string): Promise<string[]> {
  try {
    return JSON.parse(await readFile(map, 'utf8')).sources;
  } catch (error) {
    // Styles have no map; neither has a script without a module of its own.
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return [];
    throw error;
  }
}
