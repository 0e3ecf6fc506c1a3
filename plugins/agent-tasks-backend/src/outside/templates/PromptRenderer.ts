import { Liquid, Template } from 'liquidjs';
import { PromptScope } from './promptScope';

/** What a template's author may use; everything else is unknown to this Liquid. */
const TAGS = ['if', 'unless'];
const FILTERS = [
  'default',
  'downcase',
  'first',
  'join',
  'last',
  'size',
  'strip',
  'upcase',
];

const MOST_TEMPLATES = 200;
/** Characters of a template, and of what it may make on the way. */
const MOST_SOURCE = 100_000;
const MOST_MEMORY = 5_000_000;

/**
 * Renders prompts. Values are plain data without prototypes to climb, there is no file system, and
 * there are no loops, so a template can neither leave its place nor run on.
 */
export class PromptRenderer {
  private readonly liquid = createLiquid();
  private readonly parsed = new Map<string, Template[]>();

  /**
   * `digest` names the source for the cache.
   *
   * @throws Error when the source is not Liquid as it is allowed, or names what there is not
   */
  render(digest: string, source: string, scope: PromptScope): string {
    return String(this.liquid.renderSync(this.parse(digest, source), scope));
  }

  private parse(digest: string, source: string): Template[] {
    const known = this.parsed.get(digest);
    if (known) return known;
    const templates = this.liquid.parse(source);
    if (this.parsed.size >= MOST_TEMPLATES) this.parsed.clear();
    this.parsed.set(digest, templates);
    return templates;
  }
}

function createLiquid(): Liquid {
  const liquid = new Liquid({
    ownPropertyOnly: true,
    strictVariables: true,
    lenientIf: true,
    strictFilters: true,
    // In place of a file system: there is nothing to include.
    templates: {},
    parseLimit: MOST_SOURCE,
    memoryLimit: MOST_MEMORY,
  });
  keepOnly(liquid.tags, TAGS);
  keepOnly(liquid.filters, FILTERS);
  return liquid;
}

function keepOnly(known: Record<string, unknown>, names: string[]): void {
  for (const name of Object.keys(known)) {
    if (!names.includes(name)) delete known[name];
  }
}
