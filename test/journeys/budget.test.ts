import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { missingForJourneys } from './journey.ts';

const dist = join(import.meta.dirname, '../../web/dist');
const gzipped = (path: string): number => gzipSync(readFileSync(path)).length;

/** Bytes over the wire, of the issue: all script before the map. */
const scriptBudget = 150_000;
const styleBudget = 15_000;

describe.skipIf(missingForJourneys)('the built page', () => {
  it('loads little script and style before anything is asked for', () => {
    const html = readFileSync(join(dist, 'index.html'), 'utf8');
    const sizeOf = (pattern: RegExp): number =>
      [...html.matchAll(pattern)].reduce((sum, [, path]) => sum + gzipped(join(dist, path ?? '')), 0);
    const script = sizeOf(/(?:src|href)="([^"]+\.js)"/g);
    const style = sizeOf(/href="([^"]+\.css)"/g);
    console.log(`first load: ${script} bytes of script, ${style} bytes of style, gzipped`);
    expect(script).toBeGreaterThan(1000);
    expect(script).toBeLessThan(scriptBudget);
    expect(style).toBeLessThan(styleBudget);
  });

  it('keeps the outlines of the world out of the first load', () => {
    const chunks = readdirSync(join(dist, 'assets'));
    const map = chunks.find((name) => name.startsWith('RouteMap'));
    expect(map).toBeDefined();
    expect(readFileSync(join(dist, 'index.html'), 'utf8')).not.toContain(map);
  });

  it('asks nothing of other hosts', () => {
    const html = readFileSync(join(dist, 'index.html'), 'utf8');
    expect(html).not.toMatch(/(?:src|href)="https?:/);
  });
});
