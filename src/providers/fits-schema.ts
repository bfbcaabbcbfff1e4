import type { z } from 'zod';

/** Tells whether a value is what a schema describes. */
export type Fits = (value: unknown) => boolean;

interface Definition {
  readonly type: string;
  readonly coerce?: boolean;
  readonly format?: string;
  readonly shape?: Readonly<Record<string, z.ZodType>>;
  readonly element?: z.ZodType;
  readonly innerType?: z.ZodType;
  readonly checks?: readonly { readonly _zod: { readonly def: CheckDefinition } }[];
}
interface CheckDefinition {
  readonly check: string;
  readonly format?: string;
  readonly pattern?: RegExp;
  readonly minimum?: number;
}

/**
 * The check of a schema without the copy that parsing makes: of an airline's answer most fields are never read, and copying the rest of
 * hundreds of offers costs more than reading them. It runs some hundred times an offer, so it makes no objects. Knows the few kinds that
 * answers are made of, and refuses any other when it is built.
 */
export function fitsSchema(schema: z.ZodType): Fits {
  const definition = schema._zod.def as unknown as Definition;
  const checks = (definition.checks ?? []).map(({ _zod: { def } }) => def);
  switch (definition.type) {
    case 'object': {
      const fields = Object.entries(definition.shape ?? {}).map(([name, field]) => ({
        name,
        fits: fitsSchema(field),
      }));
      return (value) => {
        if (typeof value !== 'object' || value === null || Array.isArray(value)) return false;
        const values = value as Readonly<Record<string, unknown>>;
        for (const field of fields) if (!field.fits(values[field.name])) return false;
        return true;
      };
    }
    case 'array': {
      const fits = fitsSchema(definition.element ?? unknownKind(definition.type));
      const least = Math.max(0, ...checks.map((check) => check.minimum ?? unknownKind(check.check)));
      return (value) => {
        if (!Array.isArray(value) || value.length < least) return false;
        for (const item of value) if (!fits(item)) return false;
        return true;
      };
    }
    case 'optional': {
      const fits = fitsSchema(definition.innerType ?? unknownKind(definition.type));
      return (value) => value === undefined || fits(value);
    }
    case 'string': {
      const patterns = checks.map((check) => check.pattern ?? unknownKind(check.check));
      const [pattern, ...others] = patterns;
      if (!pattern) return (value) => typeof value === 'string';
      if (others.length > 0) return unknownKind('string with several patterns');
      return (value) => typeof value === 'string' && pattern.test(value);
    }
    case 'number': {
      if (checks.length > 0 || (definition.format !== undefined && definition.format !== 'safeint'))
        unknownKind(definition.format ?? 'number check');
      if (definition.format === 'safeint') return (value) => Number.isSafeInteger(value);
      if (definition.coerce) return (value) => Number.isFinite(Number(value));
      return (value) => Number.isFinite(value);
    }
    case 'boolean':
      return (value) => typeof value === 'boolean';
    case 'unknown':
      return () => true;
    default:
      return unknownKind(definition.type);
  }
}

function unknownKind(kind: string): never {
  throw new TypeError(`a schema of an answer has a kind that cannot be checked without parsing: ${kind}`);
}
