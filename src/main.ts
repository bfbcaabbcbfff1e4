import { enableCompileCache } from 'node:module';
import { join } from 'node:path';

// What one start has compiled the next ones need not compile; set up before anything else is loaded. Where it cannot be written, it is not kept.
enableCompileCache(join(import.meta.dirname, '../node_modules/.cache/windrose'));

const { commandLine } = await import('./command-line.ts');
process.exit(await commandLine(process.argv));
