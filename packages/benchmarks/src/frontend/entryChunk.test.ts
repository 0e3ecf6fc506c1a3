import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { entryChunkOf } from './entryChunk';

describe('the entry chunk of an app', () => {
  let dist: string;

  beforeEach(async () => {
    dist = await mkdtemp(join(tmpdir(), 'entry-chunk-'));
    await mkdir(join(dist, 'static'));
  });
  afterEach(() => rm(dist, { recursive: true }));

  const write = (file: string, content: string) =>
    writeFile(join(dist, file), content);

  it('is what index.html asks for, compressed, and nothing that comes later', async () => {
    await write(
      'index.html',
      `<link rel="icon" href="/icon.png"/>
       <script defer="defer" src="/static/main.1.js"></script>
       <link href="/static/style.1.css" rel="stylesheet">`,
    );
    await write('static/main.1.js', 'main();');
    await write(
      'static/main.1.js.map',
      JSON.stringify({ sources: ['webpack://app/./src/index.tsx'] }),
    );
    await write('static/style.1.css', 'body{}');
    await write('static/later.chunk.js', 'later();');

    expect(await entryChunkOf(dist)).toEqual({
      gzipBytes: gzipSync('main();').length + gzipSync('body{}').length,
      modules: ['webpack://app/./src/index.tsx'],
    });
  });

  it('is never taken for empty', async () => {
    await write('index.html', '<p>No scripts</p>');
    await expect(entryChunkOf(dist)).rejects.toThrow('Nothing is loaded');
  });
});
