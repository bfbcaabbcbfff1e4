import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parseAllDocuments } from 'yaml';
import type { z } from 'zod';

/** Path of a file of the project. */
export const projectPath = (path: string): string => fileURLToPath(new URL(`../../${path}`, import.meta.url));

/** Text of a file of the project. */
export const readText = (path: string): string => readFileSync(projectPath(path), 'utf8');

/** The one document of a YAML file, of the expected shape. Throws where it is anything else, a repeated key included. */
export function readYaml<Shape extends z.ZodType>(path: string, shape: Shape): z.infer<Shape> {
  const [document, ...more] = parseAllDocuments(readText(path), { uniqueKeys: true });
  if (!document || !('errors' in document) || more.length > 0) throw new Error(`${path} is not one document`);
  const [error] = [...document.errors, ...document.warnings];
  if (error) throw new Error(`${path}: ${error.message}`);
  return shape.parse(document.toJS());
}
