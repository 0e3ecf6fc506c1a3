import { JsonValue } from '@backstage/types';

/**
 * Lets an enum that may be null hold null. The generator says so in `type` alone, and a validator
 * then takes null for a word that is not in the list.
 */
export function withNullInEnums<T extends JsonValue>(value: T): T {
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return value.map(withNullInEnums) as T;
  const inner = Object.fromEntries(
    Object.entries(value).map(([key, item]) => [
      key,
      withNullInEnums(item as JsonValue),
    ]),
  );
  const { type, enum: words } = inner;
  const lacksNull =
    Array.isArray(type) &&
    type.includes('null') &&
    Array.isArray(words) &&
    !words.includes(null);
  return (lacksNull ? { ...inner, enum: [...words, null] } : inner) as T;
}
