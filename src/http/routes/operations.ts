import type { FastifyInstance } from 'fastify';
import type { Health, HealthReport } from '../../platform/health.ts';
import type { Metrics } from '../../platform/metrics.ts';

export interface OperationsRoutesParts {
  readonly health: Health;
  readonly metrics: Metrics;
  /** False while the server starts or stops. */
  readonly isReady: () => boolean;
}

/** GET /health/live and /health/ready: what a supervisor asks, who has no key. */
export function probeRoutes(server: FastifyInstance, { health, isReady }: OperationsRoutesParts): void {
  // That it answers is the answer: what is wrong with the parts is no reason to start the process anew.
  healthRoute(server, '/health/live', health, () => true);
  // A part that turns can do without is none to take the process out of service for, as it would be missed by all of them.
  healthRoute(server, '/health/ready', health, ({ takesTurns }) => takesTurns && isReady());
}

/** GET /health/async and /metrics: what an operator asks. */
export function operationsRoutes(server: FastifyInstance, { health, metrics }: OperationsRoutesParts): void {
  healthRoute(server, '/health/async', health, ({ answer }) => answer.status === 'healthy');
  server.get('/metrics', async (_request, reply) =>
    reply.type(metrics.contentType).send(await metrics.text()),
  );
}

/** All parts and how they are, under a status that the route judges. */
function healthRoute(
  server: FastifyInstance,
  path: string,
  health: Health,
  isHealthy: (report: HealthReport) => boolean,
): void {
  server.get(path, async (_request, reply) => {
    const report = await health.check();
    const status = isHealthy(report) ? 'healthy' : 'unhealthy';
    return reply.code(status === 'healthy' ? 200 : 503).send({ ...report.answer, status });
  });
}
