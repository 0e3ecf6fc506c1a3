import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import ts from 'typescript';
import { z } from 'zod';
import { agentTasksSchema } from './agentTasksSchema';

/** Paths of all keys below a zod schema; lists and alternatives are looked through. */
function keysOf(schema: z.ZodTypeAny, path: string): string[] {
  if (schema instanceof z.ZodObject) {
    return Object.entries<z.ZodTypeAny>(schema.shape).flatMap(
      ([key, value]) => [`${path}.${key}`, ...keysOf(value, `${path}.${key}`)],
    );
  }
  if (schema instanceof z.ZodDiscriminatedUnion) {
    return (schema.options as z.ZodTypeAny[]).flatMap(option =>
      keysOf(option, path),
    );
  }
  const inner =
    schema._def.innerType ?? schema._def.schema ?? schema._def.type ?? null;
  return inner instanceof z.ZodType ? keysOf(inner, path) : [];
}

/** The same of the declaration that Backstage reads. */
function declaredKeysOf(node: ts.Node, path: string): string[] {
  if (ts.isPropertySignature(node) && node.type) {
    const key = `${path}.${(node.name as ts.Identifier).text}`;
    return [key, ...declaredKeysOf(node.type, key)];
  }
  return childrenOf(node).flatMap(child => declaredKeysOf(child, path));
}

function childrenOf(node: ts.Node): ts.Node[] {
  const children: ts.Node[] = [];
  ts.forEachChild(node, child => {
    children.push(child);
  });
  return children;
}

const declaration = readFileSync(
  resolve(__dirname, '../../config.d.ts'),
  'utf8',
);
const source = ts.createSourceFile('config.d.ts', declaration, 99, true);

it('documents every key of the schema, and no other', () => {
  const declared = declaredKeysOf(source, '').filter(
    key => key !== '.agentTasks',
  );
  // The provider's module documents and checks its own keys.
  const known = keysOf(agentTasksSchema, '.agentTasks').filter(
    key => key !== '.agentTasks.github',
  );
  expect([...new Set(known)].sort()).toEqual([...new Set(declared)].sort());
  expect(known.length).toBeGreaterThan(60);
});

it.each(['token?: string', 'keys?: string[]'])(
  'keeps %s out of logs and browsers',
  key => {
    const before = declaration.slice(0, declaration.indexOf(key)).trimEnd();
    expect(before).toMatch(/@(deepV|v)isibility secret\s*\*\/$/);
  },
);
