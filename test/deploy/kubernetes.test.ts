import { readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { setUpContractApp } from '../contract/contract-setup.ts';
import { projectPath, readText, readYaml } from './deploy-file.ts';
import * as shapes from './kubernetes-shapes.ts';
import { settingsRead } from './settings-read.ts';

const folder = 'deploy/kubernetes';
const read = <Shape extends z.ZodType>(name: string, shape: Shape) =>
  readYaml(`${folder}/${name}.yaml`, shape);

const deployment = read('deployment', shapes.Deployment);
const service = read('service', shapes.Service);
const config = read('config-map', shapes.ConfigMap);
const secret = read('secret.template', shapes.Secret);
const budget = read('pod-disruption-budget', shapes.PodDisruptionBudget);
const autoscaler = read('horizontal-pod-autoscaler', shapes.HorizontalPodAutoscaler);
const policy = read('network-policy', shapes.NetworkPolicy);

const { template } = deployment.spec;
const pod = template.spec;
const [container] = pod.containers;
const setup = setUpContractApp();

describe('the pods', () => {
  it.each([
    ['startup', container.startupProbe],
    ['liveness', container.livenessProbe],
    ['readiness', container.readinessProbe],
  ])('have a %s probe on a route and a port that are there', async (_name, { httpGet }) => {
    expect((await setup.client.send({ url: httpGet.path })).status).toBe(200);
    expect(container.ports.map(({ name }) => name)).toContain(httpGet.port);
  });

  it('are restarted for themselves only, and get requests while they can take turns', () => {
    expect(container.livenessProbe.httpGet.path).toBe('/health/live');
    expect(container.readinessProbe.httpGet.path).toBe('/health/ready');
  });

  it('run the version of the project on the user of the image', () => {
    const { version } = JSON.parse(readText('package.json')) as { version: string };
    expect(container.image).toBe(`windrose:${version}`);
    const [, user, group] = /^USER (\d+):(\d+)$/m.exec(readText('deploy/Dockerfile')) ?? [];
    const { runAsUser, runAsGroup, fsGroup } = pod.securityContext;
    expect([runAsUser, runAsGroup, fsGroup]).toEqual([user, group, group].map(Number));
  });

  it('can write where they must and nowhere else', () => {
    const mounted = container.volumeMounts.map(({ mountPath }) => mountPath);
    expect(mounted).toEqual(['/tmp', config.data.DATA_DIR]);
    expect(container.volumeMounts.map(({ name }) => name)).toEqual(pod.volumes.map(({ name }) => name));
  });

  it('have more time to stop than the pause before and the turns under way take', () => {
    const [, grace = ''] = /const usualGraceMs = ([\d_]+);/.exec(readText('src/app/stop-serving.ts')) ?? [];
    const neededSeconds =
      container.lifecycle.preStop.sleep.seconds + Number(grace.replaceAll('_', '')) / 1000;
    expect(neededSeconds).toBeGreaterThan(5);
    expect(pod.terminationGracePeriodSeconds).toBeGreaterThan(neededSeconds);
  });

  it('get settings that are read, from a ConfigMap and a Secret of these names', () => {
    expect(container.envFrom).toEqual([
      { configMapRef: { name: config.metadata.name } },
      { secretRef: { name: secret.metadata.name } },
    ]);
    const env = { ...config.data, ...secret.stringData };
    const { names, problems } = settingsRead(env);
    expect(problems).toEqual([]);
    for (const name of Object.keys(env)) expect(names).toContain(name);
    expect(config.data).toMatchObject({ HOST: '0.0.0.0', PORT: String(container.ports[0].containerPort) });
  });

  it('keep secrets out of the ConfigMap', () => {
    for (const name of Object.keys(config.data)) expect(name).not.toMatch(/KEY|SECRET|TOKEN|_URL$/);
  });
});

describe('what stands around the pods', () => {
  it('means the same pods', () => {
    const { labels } = template.metadata;
    expect(deployment.spec.selector.matchLabels).toEqual(labels);
    expect(service.spec.selector).toEqual(labels);
    expect(budget.spec.selector.matchLabels).toEqual(labels);
    expect(policy.spec.podSelector.matchLabels).toEqual(labels);
    expect(autoscaler.spec.scaleTargetRef.name).toBe(deployment.metadata.name);
  });

  it('leads to the port of the container', () => {
    const [{ name, containerPort }] = container.ports;
    expect(service.spec.ports.map(({ targetPort }) => targetPort)).toEqual([name]);
    expect(policy.spec.ingress.flatMap(({ ports }) => ports.map(({ port }) => port))).toEqual([
      containerPort,
    ]);
    expect(template.metadata.annotations['prometheus.io/port']).toBe(String(containerPort));
  });

  it('lets the pods reach the ports of Redis, Postgres, names and HTTPS', () => {
    const reached = policy.spec.egress.flatMap(({ ports }) => ports.map(({ port }) => port));
    const ports = [secret.stringData.REDIS_URL, secret.stringData.DATABASE_URL].map((url) =>
      Number(new URL(url ?? '').port),
    );
    expect(reached.toSorted((a, b) => a - b)).toEqual([53, 53, 443, ...ports].toSorted((a, b) => a - b));
  });

  it('scales on a gauge that the application serves, and leaves the number of pods to that', async () => {
    const [{ pods }] = autoscaler.spec.metrics;
    const { text } = await setup.client.send({
      url: template.metadata.annotations['prometheus.io/path'],
    });
    expect(text).toContain(`# TYPE ${pods.metric.name} gauge`);
    expect(deployment.spec).not.toHaveProperty('replicas');
    expect(autoscaler.spec.minReplicas).toBeGreaterThan(budget.spec.maxUnavailable);
  });

  it('is applied as a whole, but for the template of the Secret', () => {
    const { resources } = read('kustomization', z.object({ resources: z.array(z.string()) }));
    const files = readdirSync(projectPath(folder)).filter(
      (name) => name !== 'kustomization.yaml' && !name.includes('.template.'),
    );
    expect(resources.toSorted()).toEqual(files.toSorted());
  });
});
