import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';

const root = new URL('../../', import.meta.url);
const read = (path: string) => readFileSync(new URL(path, root), 'utf8');

/** The lines of the table, without its head. */
const threats = read('SECURITY.md')
  .split('\n')
  .filter((line) => line.startsWith('| ') && !line.startsWith('| threat '))
  .map((line) => line.split(' | ').map((cell) => cell.replaceAll(/^\| | \|$/gu, '')));

describe('the threat model in SECURITY.md', () => {
  it('has a threat, an answer and a test in every line', () => {
    expect(threats.length).toBeGreaterThan(20);
    for (const line of threats) {
      expect(line, line.join(' | ')).toHaveLength(3);
      for (const cell of line) expect(cell).toMatch(/\w/u);
    }
  });

  it.each(threats.map(([threat, , test]) => [threat, test ?? ''] as const))(
    'names tests that are there: %s',
    (_threat, cell) => {
      const links = [...cell.matchAll(/\]\(([^)]+)\)/gu)];
      const names = [...cell.matchAll(/\]\(([^)]+)\): (“[^”]+”(?:, “[^”]+”)*)/gu)];
      expect(names.length).toBeGreaterThan(0);
      expect(names).toHaveLength(links.length);
      for (const [, path = '', quoted = ''] of names) {
        expect(path).toMatch(/\.test\.ts$/u);
        const source = read(path);
        for (const [, name = ''] of quoted.matchAll(/“([^”]+)”/gu)) expect(source, path).toContain(name);
      }
    },
  );

  it('links to files that are there', () => {
    for (const [, path = ''] of read('SECURITY.md').matchAll(/\]\((?!https?:)([^)#]+)\)/gu))
      expect(existsSync(fileURLToPath(new URL(path, root))), path).toBe(true);
  });
});
