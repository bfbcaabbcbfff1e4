import { existsSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { setUpContractApp } from '../contract/contract-setup.ts';
import { projectPath, readText } from './deploy-file.ts';
import { settingsRead } from './settings-read.ts';

const text = readText('deploy/Dockerfile');
/** Instructions in order, continued lines joined, comments left out. */
const instructions = text
  .replaceAll(/^#.*\n/gm, '')
  .replaceAll(/\\\n\s*/g, '')
  .split('\n')
  .filter((line) => line !== '')
  .map((line) => ({ name: line.split(' ', 1)[0] ?? '', words: line.slice(line.indexOf(' ') + 1) }));
const last = instructions.slice(instructions.findLastIndex(({ name }) => name === 'FROM'));
const inLast = (name: string) => last.filter((one) => one.name === name).map(({ words }) => words);

const manifest = z
  .object({
    version: z.string(),
    scripts: z.object({ start: z.string() }),
    devDependencies: z.object({ node: z.string() }),
  })
  .parse(JSON.parse(readText('package.json')));
const env = Object.fromEntries(
  inLast('ENV').flatMap((words) => words.split(' ').map((word) => word.split('=') as [string, string])),
);

const setup = setUpContractApp();

describe('the image', () => {
  it('has the Node that the project brings, in every stage', () => {
    expect(instructions[0]).toEqual({
      name: 'ARG',
      words: `NODE_VERSION=${manifest.devDependencies.node}`,
    });
    const stages = instructions.filter(({ name }) => name === 'FROM').map(({ words }) => words.split(' '));
    const own = stages.map(([, , name]) => name);
    for (const [from = ''] of stages)
      expect(from === 'node:${NODE_VERSION}-slim' || own.includes(from), from).toBe(true);
  });

  it('starts as npm start does, but without npm; there the shell makes way, which would keep SIGTERM to itself', () => {
    const started = inLast('CMD').map((words) => (JSON.parse(words) as string[]).join(' '));
    expect(started.map((words) => `exec ${words}`)).toEqual([manifest.scripts.start]);
  });

  it('runs as a numbered user that is not root, from before the start', () => {
    expect(inLast('USER')).toHaveLength(1);
    expect(inLast('USER')[0]).toMatch(/^[1-9]\d*:[1-9]\d*$/);
  });

  it('sets only what the configuration reads, and nothing wrong', () => {
    const { names, problems } = settingsRead(env);
    expect(problems).toEqual([]);
    for (const name of Object.keys(env)) if (name !== 'NODE_ENV') expect(names).toContain(name);
    expect(env).toMatchObject({ HOST: '0.0.0.0', PORT: inLast('EXPOSE')[0], DATA_DIR: inLast('VOLUME')[0] });
  });

  it('asks for its health where the server answers', async () => {
    const [words = ''] = inLast('HEALTHCHECK');
    const command = JSON.parse(words.slice(words.indexOf('CMD [') + 4)) as string[];
    const [, path] = /\$\{process\.env\.PORT\}(\/[\w/]+)`/.exec(command[2] ?? '') ?? [];
    expect(command.slice(0, 2)).toEqual(['node', '-e']);
    expect((await setup.client.send({ url: path ?? '' })).status).toBe(200);
  });
});

describe('the context of the build', () => {
  const copied = instructions
    .filter(({ name, words }) => name === 'COPY' && !words.startsWith('--from='))
    .flatMap(({ words }) => words.split(' ').slice(0, -1));
  const letIn = readText('deploy/Dockerfile.dockerignore')
    .split('\n')
    .filter((line) => line.startsWith('!'))
    .map((line) => line.slice(1));

  it('has what is copied', () => {
    expect(copied.length).toBeGreaterThan(5);
    for (const path of copied) {
      expect(existsSync(projectPath(path)), path).toBe(true);
      expect(letIn).toContain(path.split('/')[0]);
    }
  });

  it('has nothing else', () => {
    expect(readText('deploy/Dockerfile.dockerignore')).toMatch(/^\*$/m);
    for (const path of letIn) expect(copied).toContain(path);
  });
});
