import type { FastifyInstance } from 'fastify';
import type { Health } from '../../platform/health.ts';
import type { Metrics } from '../../platform/metrics.ts';

export interface OperationsRoutesParts {
  readonly health: Health;
  readonly metrics: Metrics;
  /** False while the server starts or stops. */
  readonly isReady: () => boolean;
}

/** GET /health/live and /health/ready: what a supervisor asks, who has no key. */
export function probeRoutes(server: FastifyInstance, parts: OperationsRoutesParts): void {
  server.get('/health/live', async () => ({
    status: 'healthy',
    checks: {},
    details: {},
    timestamp: new Date().toISOString(),
  }));
  healthRoute(server, '/health/ready', parts);
}

/** GET /health/async and /metrics: what an operator asks. */
export function operationsRoutes(server: FastifyInstance, parts: OperationsRoutesParts): void {
  const { metrics } = parts;
  healthRoute(server, '/health/async', parts);
  server.get('/metrics', async (_request, reply) =>
    reply.type(metrics.contentType).send(await metrics.text()),
  );
}

function healthRoute(
  server: FastifyInstance,
  path: string,
  { health, isReady }: OperationsRoutesParts,
): void {
  server.get(path, async (_request, reply) => {
    const answer = await health.check();
    const ready = path !== '/health/ready' || isReady();
    const status = ready ? answer.status : 'unhealthy';
    return reply.code(status === 'healthy' ? 200 : 503).send({ ...answer, status });
  });
}
