import addFormatsModule from 'ajv-formats';
import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js';
import { expect } from 'vitest';
import { createOpenApi } from '../../src/http/openapi.ts';

interface Response {
  readonly content?: Readonly<Record<string, { schema: object }>>;
  readonly headers?: Readonly<Record<string, { $ref: string }>>;
}
export interface Operation {
  readonly requestBody?: { readonly content: Readonly<Record<string, { schema: object }>> };
  readonly responses: Readonly<Record<string, Response>>;
}
interface Description {
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
  readonly components: object;
}

/** The heads that a client has to know of; others belong to HTTP itself or to what stands around it. */
const toldHeaders = [
  'x-request-id',
  'x-search-mode',
  'retry-after',
  'ratelimit',
  'ratelimit-policy',
  'allow',
];

const description = createOpenApi('test') as unknown as Description;
// CommonJS: what Node and TypeScript take for its default is not the same.
const addFormats = addFormatsModule as unknown as (ajv: Ajv2020) => void;
const ajv = new Ajv2020({ strict: false, allErrors: true });
addFormats(ajv);
ajv.addSchema({ $id: 'windrose', components: description.components });
const compiled = new Map<string, ValidateFunction>();

/** What is wrong with a value by a schema of the description; nothing where it fits. */
export function faultsBy(schema: object, value: unknown): string[] {
  const text = JSON.stringify(schema).replaceAll('"#/', '"windrose#/');
  const fits = compiled.get(text) ?? ajv.compile(JSON.parse(text) as object);
  compiled.set(text, fits);
  if (fits(value)) return [];
  return (fits.errors ?? []).map(({ instancePath, message = '' }) => `${instancePath} ${message}`);
}

/** The operation that a request reaches; undefined where it reaches none. */
export function findOperation(method: string, url: string): Operation | undefined {
  const path = url.split('?')[0] ?? '';
  const found = Object.entries(description.paths).find(([template]) =>
    new RegExp(`^${template.replace(/\{\w+\}/u, '[^/]+')}/?$`, 'u').test(path),
  );
  return found?.[1][method.toLowerCase()];
}

/** Throws unless the description says of its own that such an answer may come: its status, its heads and its body. */
export function expectDescribed(
  operation: Operation,
  status: number,
  headers: Readonly<Record<string, string | undefined>>,
  body: unknown,
): void {
  const response = operation.responses[status] ?? operation.responses.default;
  if (!response || (!operation.responses[status] && status < 400))
    throw new Error(`an answer of status ${status} is not described`);
  const told = toldHeaders.filter((name) => headers[name] !== undefined);
  expect(Object.keys(response.headers ?? {})).toEqual(expect.arrayContaining(told));
  const [type = ''] = (headers['content-type'] ?? '').split(';');
  if (type === '') return;
  const schema = response.content?.[type]?.schema;
  if (!schema) throw new Error(`an answer of ${type} is not described for status ${status}`);
  if (type === 'text/event-stream') {
    const { contentSchema } = schema as { contentSchema: object };
    expect(faultsBy(contentSchema, body)).toEqual([]);
  } else if (type.endsWith('json')) expect(faultsBy(schema, body)).toEqual([]);
}
