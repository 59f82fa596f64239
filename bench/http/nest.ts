// NestJS on Fastify with its own validation, as its documentation has it.
import 'reflect-metadata';
import { Body, Controller, Module, Post, ValidationPipe } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import { IsInt, IsUUID, Min } from 'class-validator';

class PlaceOrder {
  @IsUUID() id!: string;
  @IsInt() @Min(1) quantity!: number;
}

@Controller()
class Orders {
  @Post('/orders')
  place(@Body() order: PlaceOrder): { id: string } {
    return { id: order.id };
  }
}

@Module({ controllers: [Orders] })
class App {}

const app = await NestFactory.create<NestFastifyApplication>(App, new FastifyAdapter(), { logger: false });
app.useGlobalPipes(new ValidationPipe({ whitelist: true, forbidNonWhitelisted: true, transform: true }));
await app.listen(0, '127.0.0.1');
console.log(`listening ${app.getHttpServer().address().port}`);
