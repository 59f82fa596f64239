// Bare Fastify: a JSON body in, a JSON body out; nothing validated, nothing traced.
import { fastify } from 'fastify';

const server = fastify();
server.post('/orders', async (request, reply) => {
  reply.code(201);
  return { id: request.body.id };
});
await server.listen({ port: 0, host: '127.0.0.1' });
console.log(`listening ${server.server.address().port}`);
