import { Entity, stringifyEntityRef } from '@backstage/catalog-model';
import { dataBlock } from '../../domain/prompt/promptContract';
import { Json } from '../../domain/record/canonicalJson';
import { PromptFacts } from '../../engine/ports/Templates';

/** What the author of a template may name. All of it is there: what is not known is null. */
export interface PromptScope {
  parameters: Record<string, Json>;
  entity: Record<string, Json>;
  repository: Record<string, Json>;
  requester: Record<string, Json>;
  context: Record<string, Json>;
}

type Schema = { readonly [keyword: string]: unknown };

const LONGEST_INLINE = 200;

/**
 * The values of a prompt, as data. Whatever somebody could write freely stands in a block of its
 * own; what its schema holds to a choice, a pattern or a number stands in the line.
 */
export function promptScope(
  facts: PromptFacts,
  schema: Schema,
  contexts: readonly string[],
  boundary: string,
): PromptScope {
  const { parameters, entity, repository, requesterRef } = facts;
  const [organization, name] = repository.slug.split('/');
  const properties = schemaOf(schema.properties);
  const declared = Object.fromEntries(
    Object.keys(properties).map(key => [key, null]),
  );
  return {
    parameters: {
      ...declared,
      ...Object.fromEntries(
        Object.entries(parameters).map(([key, value]) => [
          key,
          shown(value, properties[key], `parameters.${key}`, boundary),
        ]),
      ),
    },
    entity: entityScope(entity, boundary),
    repository: {
      host: repository.host,
      slug: repository.slug,
      url: repository.url,
      organization,
      name,
    },
    requester: { ref: requesterRef },
    // Reading the repository is the provider's business, and a submit never calls the provider.
    context: Object.fromEntries(contexts.map(key => [key, null])),
  };
}

/** Fields of an entity that a prompt may show; annotations may hold anything, and are left out. */
function entityScope(
  entity: Entity | null,
  boundary: string,
): Record<string, Json> {
  const { metadata, spec } = entity ?? {};
  const word = (value: unknown, label: string) =>
    typeof value === 'string' && !/^[\w.:/@+#-]{1,100}$/.test(value)
      ? dataBlock(label, value, boundary)
      : textOf(value);
  const text = (value: unknown, label: string) =>
    typeof value === 'string' && value !== ''
      ? dataBlock(label, value, boundary)
      : null;
  return {
    ref: entity ? stringifyEntityRef(entity) : null,
    kind: word(entity?.kind, 'entity.kind'),
    namespace: entity ? metadata?.namespace ?? 'default' : null,
    name: word(metadata?.name, 'entity.name'),
    title: text(metadata?.title, 'entity.title'),
    description: text(metadata?.description, 'entity.description'),
    tags: (metadata?.tags ?? []).map(tag => word(tag, 'entity.tags')),
    type: word(spec?.type, 'entity.type'),
    lifecycle: word(spec?.lifecycle, 'entity.lifecycle'),
    owner: word(spec?.owner, 'entity.owner'),
    system: word(spec?.system, 'entity.system'),
  };
}

function shown(
  value: Json,
  schema: unknown,
  label: string,
  boundary: string,
): Json {
  const rules = schemaOf(schema);
  if (typeof value === 'string') {
    if (value === '') return null;
    return isClosed(rules) && isOneLine(value)
      ? value
      : dataBlock(label, value, boundary);
  }
  if (isList(value)) {
    return value.map(item => shown(item, rules.items, label, boundary));
  }
  if (typeof value === 'object' && value !== null) {
    const properties = schemaOf(rules.properties);
    return Object.fromEntries(
      Object.entries(value).map(([key, item]) => [
        key,
        shown(item, properties[key], labelOf(label, key), boundary),
      ]),
    );
  }
  return value ?? null;
}

/** Whether the author has said which texts there can be. */
function isClosed(schema: Schema): boolean {
  const choices = schema.oneOf ?? schema.anyOf;
  return (
    ['enum', 'const', 'pattern', 'format'].some(key => key in schema) ||
    (Array.isArray(choices) &&
      choices.every(choice => 'const' in schemaOf(choice)))
  );
}

function isOneLine(text: string): boolean {
  return text.length <= LONGEST_INLINE && !/[\r\n]/.test(text);
}

function schemaOf(value: unknown): Schema {
  return typeof value === 'object' && value !== null ? (value as Schema) : {};
}

function isList(value: Json): value is readonly Json[] {
  return Array.isArray(value);
}

/** A key of a free object is the caller's text; it must not speak from a label. */
function labelOf(label: string, key: string): string {
  return /^[\w-]{1,64}$/.test(key) ? `${label}.${key}` : label;
}

function textOf(value: unknown): string | null {
  return typeof value === 'string' && value !== '' ? value : null;
}
