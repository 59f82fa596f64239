import type { FastifyInstance } from 'fastify';
import type { Pattern } from './pattern.ts';
import { respond } from './respond.ts';
import type { Traffic } from './traffic.ts';

/**
 * Serves `/health/live` and `/health/ready` for whoever runs the process, unless routes of the application take
 * them. They are neither traced nor counted: they ask every few seconds and would drown everything else.
 */
export function serveHealth(
  server: FastifyInstance,
  patterns: readonly Pattern[],
  traffic: Traffic,
  isWell: () => boolean = () => true,
): readonly string[] {
  const served = ['/health/live', '/health/ready'].filter(
    (path) => !patterns.some((pattern) => pattern.method === 'GET' && pattern.matches(path)),
  );
  for (const url of served) {
    const ready = url === '/health/ready';
    server.route({
      method: ['GET', 'HEAD'],
      url,
      handler: (_request, reply) => {
        const well = !ready || (!traffic.leaving && isWell());
        const body = well ? '{"status":"pass"}' : '{"status":"fail"}';
        respond(reply.raw, well ? 200 : 503, 'application/health+json', body, traffic.leaving ? closing : []);
      },
    });
  }
  return served;
}

const closing = ['connection', 'close'];
