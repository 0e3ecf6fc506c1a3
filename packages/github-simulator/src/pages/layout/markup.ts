/** A piece of a page. Only `markup` makes one, so that nothing reaches a page unescaped. */
export class Markup {
  readonly text: string;

  constructor(text: string) {
    this.text = text;
  }
}

export type Value =
  | Markup
  | Value[]
  | string
  | number
  | null
  | undefined
  | false;

const ENTITIES: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** Text as it may stand between tags and in a quoted attribute. */
function escape(text: string): string {
  return text.replace(/[&<>"']/g, character => ENTITIES[character]);
}

function render(value: Value): string {
  if (value instanceof Markup) return value.text;
  if (Array.isArray(value)) return value.map(render).join('');
  if (value === null || value === undefined || value === false) return '';
  return escape(String(value));
}

/** Puts values into markup: text is escaped, pieces and lists of pieces are taken as they are. */
export function markup(
  strings: TemplateStringsArray,
  ...values: Value[]
): Markup {
  return new Markup(
    strings.reduce(
      (whole, part, index) => whole + render(values[index - 1]) + part,
    ),
  );
}
