import { z } from 'zod';

export type JsonSchema = Readonly<Record<string, unknown>>;

const folder = '#/components/schemas/';
const idOf = (schema: z.ZodType): string => z.globalRegistry.get(schema)?.id ?? '';

/** Points at a named schema of the contract. */
export const reference = (schema: z.ZodType): JsonSchema => ({ $ref: folder + idOf(schema) });

/**
 * Every named schema of the contract by its name. A schema describes what we send; where a request may leave parts of it out, its form on
 * the way in stands beside it as “…Input”. Schemas of whole requests have that form only.
 */
export function componentSchemas(requests: readonly z.ZodType[]): Record<string, JsonSchema> {
  const [sent, received] = [convert('output'), convert('input')];
  const bodies = new Set(requests.map(idOf));
  const asked = reachable(received, bodies);
  const renamed = differing(sent, received, asked);
  for (const id of bodies) renamed.delete(id);
  const named = (schema: JsonSchema) => mapReferences(schema, (id) => (renamed.has(id) ? `${id}Input` : id));
  return Object.fromEntries([
    ...Object.entries(sent).map(([id, schema]) => [
      id,
      bodies.has(id) ? named(received[id] ?? schema) : schema,
    ]),
    ...[...renamed].map((id) => [`${id}Input`, named(received[id] ?? {})]),
  ]) as Record<string, JsonSchema>;
}

function convert(io: 'input' | 'output'): Record<string, JsonSchema> {
  const { schemas } = z.toJSONSchema(z.globalRegistry, {
    io,
    uri: (id) => folder + id,
    unrepresentable: 'any',
    override({ jsonSchema }) {
      // Answers may gain fields, and a client that was made from this must read them all the same.
      if (jsonSchema.additionalProperties === false) delete jsonSchema.additionalProperties;
    },
  });
  return Object.fromEntries(
    Object.entries(schemas).map(([id, { $schema: _dialect, $id: _id, ...rest }]) => [id, rest]),
  );
}

/** What the named schemas are made of, themselves among it. */
function reachable(schemas: Readonly<Record<string, JsonSchema>>, from: ReadonlySet<string>): Set<string> {
  const found = new Set(from);
  for (const id of found) for (const inner of referencesIn(schemas[id])) found.add(inner);
  return found;
}

/** Those whose two forms are not the same, in themselves or in what they are made of. */
function differing(
  sent: Readonly<Record<string, JsonSchema>>,
  received: Readonly<Record<string, JsonSchema>>,
  among: ReadonlySet<string>,
): Set<string> {
  const differs = (id: string) =>
    [...reachable(received, new Set([id]))].some(
      (part) => JSON.stringify(sent[part]) !== JSON.stringify(received[part]),
    );
  return new Set([...among].filter(differs));
}

function referencesIn(schema: unknown): string[] {
  const found: string[] = [];
  mapReferences(schema, (id) => {
    found.push(id);
    return id;
  });
  return found;
}

/** The same schema, pointing elsewhere. */
const mapReferences = (schema: unknown, rename: (id: string) => string): JsonSchema =>
  JSON.parse(JSON.stringify(schema ?? {}), (key, value: unknown) =>
    key === '$ref' && typeof value === 'string' ? folder + rename(value.slice(folder.length)) : value,
  ) as JsonSchema;
