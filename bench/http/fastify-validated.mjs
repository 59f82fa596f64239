// Fastify with class-validator as one would add it by hand; nothing traced.
import 'reflect-metadata';
import { plainToInstance } from 'class-transformer';
import { IsInt, IsUUID, Min, validate } from 'class-validator';
import { fastify } from 'fastify';

class PlaceOrder {}
IsUUID()(PlaceOrder.prototype, 'id');
IsInt()(PlaceOrder.prototype, 'quantity');
Min(1)(PlaceOrder.prototype, 'quantity');

const server = fastify();
server.post('/orders', async (request, reply) => {
  const order = plainToInstance(PlaceOrder, request.body);
  const errors = await validate(order, { whitelist: true, forbidNonWhitelisted: true });
  if (errors.length > 0) return reply.code(400).send(errors);
  reply.code(201);
  return { id: order.id };
});
await server.listen({ port: 0, host: '127.0.0.1' });
console.log(`listening ${server.server.address().port}`);
