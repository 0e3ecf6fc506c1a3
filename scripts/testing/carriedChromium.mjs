import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

/**
 * Unpacks the Chromium that @sparticuz/chromium carries, once per version. It
 * is made for bare machines: what Debian's own image lacks comes along.
 *
 * @param {string} root
 * @returns {Promise<{ path: string, env: Record<string, string> }>} how to
 *   start it
 */
export async function carriedChromium(root) {
  const { directory: source, version } = carrier();
  const home = join(root, 'node_modules/.cache', `chromium-${version}`);
  if (!existsSync(home)) await unpack(source, home);
  return {
    path: join(home, 'chromium'),
    env: {
      LD_LIBRARY_PATH: join(home, 'al2023/lib'),
      FONTCONFIG_FILE: join(home, 'fonts.conf'),
    },
  };
}

function carrier() {
  const main = createRequire(import.meta.url).resolve('@sparticuz/chromium');
  const directory = dirname(dirname(main));
  const { version } = createRequire(main)(join(directory, 'package.json'));
  return { directory, version };
}

async function unpack(source, home) {
  mkdirSync(dirname(home), { recursive: true });
  // Renamed at the end, so that an interrupted unpacking is never used.
  const unfinished = mkdtempSync(`${home}-`);
  const { TMPDIR } = process.env;
  // The only way to tell the package where to.
  process.env.TMPDIR = unfinished;
  try {
    const { default: chromium, inflate } = await import('@sparticuz/chromium');
    await chromium.executablePath();
    await inflate(join(source, 'bin/al2023.tar.br'));
    writeFileSync(join(unfinished, 'fonts.conf'), fontSettings(home));
    renameSync(unfinished, home);
  } catch (error) {
    rmSync(unfinished, { recursive: true });
    throw error;
  } finally {
    if (TMPDIR === undefined) delete process.env.TMPDIR;
    else process.env.TMPDIR = TMPDIR;
  }
}

/** The carried settings look for fonts in places of a cloud function. */
function fontSettings(home) {
  return `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <dir>${home}/fonts</dir>
  <dir>/usr/share/fonts</dir>
  <cachedir>${home}/font-cache</cachedir>
</fontconfig>
`;
}
