import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';

const SIGN_IN_PAGE = 'sign-in-page:app/demo';

/** Who the demo's sign-in page lists. @returns {{ name: string, role: string, team: string }[]} */
export function demoPeople(root) {
  const config = parse(
    readFileSync(join(root, 'app-config.demo.yaml'), 'utf8'),
  );
  const page = config.app.extensions.find(entry => entry[SIGN_IN_PAGE]);
  return page[SIGN_IN_PAGE].config.people;
}
