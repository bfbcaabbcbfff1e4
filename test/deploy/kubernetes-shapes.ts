import { z } from 'zod';

/*
 * The part of each resource's schema that Windrose relies on. Strict, so that a misspelt or misplaced field, which a cluster may drop in
 * silence, is seen here.
 */

const Labels = z.record(z.string(), z.string());
const Metadata = z.strictObject({ name: z.literal('windrose'), labels: Labels });
const Selector = z.strictObject({ matchLabels: Labels });
const Port = z.number().int().min(1).max(65_535);
const Count = z.number().int().min(0);
const Quantity = z.string().regex(/^\d+(m|Ki|Mi|Gi)?$/);

const resource = <Shape extends z.ZodRawShape>(apiVersion: string, kind: string, shape: Shape) =>
  z.strictObject({ apiVersion: z.literal(apiVersion), kind: z.literal(kind), metadata: Metadata, ...shape });

const Probe = z.strictObject({
  httpGet: z.strictObject({ path: z.string().startsWith('/'), port: z.string() }),
  periodSeconds: Count,
  // Longer than the second that a check of health may take.
  timeoutSeconds: Count.min(2),
  failureThreshold: Count.min(1),
});

const Container = z.strictObject({
  name: z.string(),
  image: z.string().regex(/:\d+\.\d+\.\d+$/, 'names a version'),
  imagePullPolicy: z.literal('IfNotPresent'),
  ports: z.tuple([
    z.strictObject({ name: z.string(), containerPort: Port.min(1024), protocol: z.literal('TCP') }),
  ]),
  envFrom: z.array(z.unknown()),
  startupProbe: Probe,
  livenessProbe: Probe,
  readinessProbe: Probe,
  lifecycle: z.strictObject({
    preStop: z.strictObject({ sleep: z.strictObject({ seconds: Count.min(1) }) }),
  }),
  resources: z.strictObject({
    requests: z.strictObject({ cpu: Quantity, memory: Quantity }),
    limits: z.strictObject({ cpu: Quantity.optional(), memory: Quantity }),
  }),
  securityContext: z.strictObject({
    allowPrivilegeEscalation: z.literal(false),
    readOnlyRootFilesystem: z.literal(true),
    capabilities: z.strictObject({ drop: z.tuple([z.literal('ALL')]) }),
  }),
  volumeMounts: z.array(z.strictObject({ name: z.string(), mountPath: z.string() })),
});

const Pod = z.strictObject({
  automountServiceAccountToken: z.literal(false),
  terminationGracePeriodSeconds: Count,
  securityContext: z.strictObject({
    runAsNonRoot: z.literal(true),
    runAsUser: Count.min(1),
    runAsGroup: Count.min(1),
    fsGroup: Count.min(1),
    seccompProfile: z.strictObject({ type: z.literal('RuntimeDefault') }),
  }),
  topologySpreadConstraints: z.array(
    z.strictObject({
      maxSkew: Count.min(1),
      topologyKey: z.string(),
      whenUnsatisfiable: z.enum(['ScheduleAnyway', 'DoNotSchedule']),
      labelSelector: Selector,
    }),
  ),
  containers: z.tuple([Container]),
  volumes: z.array(
    z.strictObject({
      name: z.string(),
      emptyDir: z.strictObject({ medium: z.literal('Memory').optional(), sizeLimit: Quantity }),
    }),
  ),
});

export const Deployment = resource('apps/v1', 'Deployment', {
  spec: z.strictObject({
    selector: Selector,
    strategy: z.strictObject({
      type: z.literal('RollingUpdate'),
      rollingUpdate: z.strictObject({ maxUnavailable: z.literal(0), maxSurge: Count.min(1) }),
    }),
    template: z.strictObject({
      metadata: z.strictObject({
        labels: Labels,
        annotations: z.strictObject({
          'prometheus.io/scrape': z.literal('true'),
          'prometheus.io/path': z.string(),
          'prometheus.io/port': z.string(),
        }),
      }),
      spec: Pod,
    }),
  }),
});

export const Service = resource('v1', 'Service', {
  spec: z.strictObject({
    selector: Labels,
    ports: z.array(
      z.strictObject({ name: z.string(), port: Port, targetPort: z.string(), protocol: z.literal('TCP') }),
    ),
  }),
});

export const ConfigMap = resource('v1', 'ConfigMap', { data: z.record(z.string(), z.string()) });

export const Secret = resource('v1', 'Secret', {
  type: z.literal('Opaque'),
  stringData: z.record(z.string(), z.string()),
});

export const PodDisruptionBudget = resource('policy/v1', 'PodDisruptionBudget', {
  spec: z.strictObject({ maxUnavailable: Count.min(1), selector: Selector }),
});

const Scaling = z.strictObject({
  stabilizationWindowSeconds: Count.max(3600),
  policies: z.array(
    z.strictObject({
      type: z.enum(['Percent', 'Pods']),
      value: Count.min(1),
      periodSeconds: Count.min(1).max(1800),
    }),
  ),
});

export const HorizontalPodAutoscaler = resource('autoscaling/v2', 'HorizontalPodAutoscaler', {
  spec: z.strictObject({
    scaleTargetRef: z.strictObject({
      apiVersion: z.literal('apps/v1'),
      kind: z.literal('Deployment'),
      name: z.string(),
    }),
    minReplicas: Count.min(2),
    maxReplicas: Count.min(3),
    metrics: z.tuple([
      z.strictObject({
        type: z.literal('Pods'),
        pods: z.strictObject({
          metric: z.strictObject({ name: z.string() }),
          target: z.strictObject({ type: z.literal('AverageValue'), averageValue: Quantity }),
        }),
      }),
    ]),
    behavior: z.strictObject({ scaleUp: Scaling, scaleDown: Scaling }),
  }),
});

const Ports = z.array(z.strictObject({ protocol: z.enum(['TCP', 'UDP']), port: Port })).min(1);

export const NetworkPolicy = resource('networking.k8s.io/v1', 'NetworkPolicy', {
  spec: z.strictObject({
    podSelector: Selector,
    policyTypes: z.tuple([z.literal('Ingress'), z.literal('Egress')]),
    ingress: z.array(z.strictObject({ ports: Ports })),
    egress: z.array(
      z.strictObject({
        to: z
          .array(
            z.union([
              z.strictObject({ namespaceSelector: Selector }),
              z.strictObject({ podSelector: Selector }),
              z.strictObject({
                ipBlock: z.strictObject({ cidr: z.cidrv4(), except: z.array(z.cidrv4()) }),
              }),
            ]),
          )
          .min(1),
        ports: Ports,
      }),
    ),
  }),
});
