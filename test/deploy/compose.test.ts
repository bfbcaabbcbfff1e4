import { existsSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { projectPath, readText, readYaml } from './deploy-file.ts';
import { settingsRead } from './settings-read.ts';

const Service = z.object({
  image: z.string().regex(/^[\w./-]+:v?\d[\w.-]*$/, 'names a version'),
  build: z.object({ context: z.string(), dockerfile: z.string() }).optional(),
  environment: z.record(z.string(), z.string()).default({}),
  ports: z.array(z.string()).default([]),
  volumes: z.array(z.string()).default([]),
  depends_on: z.record(z.string(), z.object({ condition: z.literal('service_healthy') })).default({}),
  healthcheck: z.object({ test: z.array(z.string()).min(2) }).optional(),
  read_only: z.literal(true),
  tmpfs: z.array(z.string()).min(1),
  security_opt: z.array(z.string()),
  deploy: z.object({
    resources: z.object({ limits: z.object({ cpus: z.string(), memory: z.string() }) }),
  }),
});
const compose = readYaml(
  'deploy/compose.yaml',
  z.object({ services: z.record(z.string(), Service), volumes: z.record(z.string(), z.null()) }),
);
const services = Object.entries(compose.services);
const { windrose, prometheus, grafana, postgres } = compose.services;

/** Values as they are where nothing is set outside. */
const usual = (text: string): string => text.replaceAll(/\$\{\w+:-([^}]*)\}/g, '$1');

describe('the services of compose', () => {
  it('are Windrose and what it stands on', () => {
    expect(services.map(([name]) => name)).toEqual([
      'windrose',
      'redis',
      'postgres',
      'prometheus',
      'grafana',
    ]);
  });

  it.each(services)(
    '%s is open to its own machine only, gains no rights, and says whether it is well',
    (name, service) => {
      for (const port of service.ports) expect(port).toMatch(/^127\.0\.0\.1:/);
      expect(service.security_opt).toContain('no-new-privileges:true');
      // The health check of Windrose is in its image.
      if (name !== 'windrose') expect(service.healthcheck).toBeDefined();
    },
  );

  it.each(services)('%s finds what it mounts and waits for', (_name, service) => {
    for (const volume of service.volumes) {
      const [from = '', , mode] = volume.split(':');
      if (!from.startsWith('.')) expect(Object.keys(compose.volumes)).toContain(from);
      else {
        expect(existsSync(projectPath(`deploy/${from}`)), from).toBe(true);
        expect(mode).toBe('ro');
      }
    }
    for (const other of Object.keys(service.depends_on)) expect(compose.services[other]).toBeDefined();
  });

  it('use every volume', () => {
    const used = services.flatMap(([, { volumes }]) => volumes.map((volume) => volume.split(':')[0]));
    for (const name of Object.keys(compose.volumes)) expect(used).toContain(name);
  });
});

describe('Windrose in compose', () => {
  const env = Object.fromEntries(
    Object.entries(windrose!.environment).map(([name, value]) => [name, usual(value)]),
  );

  it('is built from the Dockerfile under the version of the project', () => {
    const { version } = JSON.parse(readText('package.json')) as { version: string };
    expect(windrose!.image).toBe(`windrose:${version}`);
    expect(existsSync(projectPath(`deploy/${windrose!.build!.context}/${windrose!.build!.dockerfile}`))).toBe(
      true,
    );
  });

  it('starts with nothing set outside, and every setting is one that is read', () => {
    const { names, problems } = settingsRead(env);
    expect(problems).toEqual([]);
    for (const name of Object.keys(env)) expect(names).toContain(name);
  });

  it('passes everything on that can be set, but for what its image sets', () => {
    const [, image = ''] = /^ENV (.+)$/mu.exec(readText('deploy/Dockerfile')) ?? [];
    const ofImage = image.split(' ').map((setting) => setting.split('=')[0]);
    const passed = Object.keys(windrose!.environment);
    for (const name of settingsRead({}).names)
      expect(
        [...ofImage, ...passed].filter((one) => one === name),
        name,
      ).toHaveLength(1);
    for (const [name, value] of Object.entries(windrose!.environment))
      if (!/_URL$/u.test(name) || value.startsWith('${')) expect(value).toBe(`\${${name}:-}`);
  });

  it('finds Redis and Postgres by their names, and Postgres knows it', () => {
    const database = new URL(env.DATABASE_URL ?? '');
    expect([new URL(env.REDIS_URL ?? '').hostname, database.hostname]).toEqual(['redis', 'postgres']);
    expect([database.username, database.password, database.pathname]).toEqual([
      postgres!.environment.POSTGRES_USER,
      usual(postgres!.environment.POSTGRES_PASSWORD ?? ''),
      `/${postgres!.environment.POSTGRES_DB ?? ''}`,
    ]);
  });
});

describe('watching in compose', () => {
  it('Prometheus asks Windrose under the name of the job that the rules expect', () => {
    const { scrape_configs: scrapes } = readYaml(
      'deploy/prometheus/prometheus.yml',
      z.object({
        rule_files: z.tuple([z.literal('rules.yml')]),
        scrape_configs: z.array(
          z.object({
            job_name: z.string(),
            dns_sd_configs: z.array(z.object({ names: z.array(z.string()), port: z.number() })),
          }),
        ),
      }),
    );
    expect(scrapes).toEqual([
      { job_name: 'windrose', dns_sd_configs: [{ names: ['windrose'], port: 3000 }] },
    ]);
    expect(windrose!.ports[0]).toMatch(/:3000$/);
  });

  it('Grafana finds the dashboard where its provisioning looks, and Prometheus where its data source points', () => {
    const { providers } = readYaml(
      'deploy/grafana/provisioning/dashboards/windrose.yaml',
      z.object({ providers: z.array(z.object({ options: z.object({ path: z.string() }) })) }),
    );
    const { datasources } = readYaml(
      'deploy/grafana/provisioning/datasources/prometheus.yaml',
      z.object({ datasources: z.array(z.object({ url: z.string() })) }),
    );
    const mounted = grafana!.volumes.map((volume) => volume.split(':')[1]);
    expect(mounted).toContain(`${providers[0]!.options.path}/dashboard.json`);
    expect(mounted).toContain(grafana!.environment.GF_DASHBOARDS_DEFAULT_HOME_DASHBOARD_PATH);
    const port = prometheus!.ports[0]!.split(':').at(-1);
    expect(datasources[0]!.url).toBe(`http://prometheus:${port ?? ''}`);
  });
});
