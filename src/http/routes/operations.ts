import type { FastifyInstance } from 'fastify';
import type { Health } from '../../platform/health.ts';
import type { Metrics } from '../../platform/metrics.ts';

export interface OperationsRoutesParts {
  readonly health: Health;
  readonly metrics: Metrics;
  /** False while the server starts or stops. */
  readonly isReady: () => boolean;
}

/** GET /health/live, /health/ready, /health/async and /metrics. */
export function operationsRoutes(
  server: FastifyInstance,
  { health, metrics, isReady }: OperationsRoutesParts,
): void {
  server.get('/health/live', async () => ({
    status: 'healthy',
    checks: {},
    details: {},
    timestamp: new Date().toISOString(),
  }));
  for (const path of ['/health/ready', '/health/async'])
    server.get(path, async (_request, reply) => {
      const answer = await health.check();
      const ready = path !== '/health/ready' || isReady();
      const status = ready ? answer.status : 'unhealthy';
      return reply.code(status === 'healthy' ? 200 : 503).send({ ...answer, status });
    });
  server.get('/metrics', async (_request, reply) =>
    reply.type(metrics.contentType).send(await metrics.text()),
  );
}
