import { readFile, writeFile } from 'node:fs/promises';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import { AppModule } from './app.module.js';
import { Env } from './platform/config/env.js';
import { openApiDocument } from './platform/http/swagger.js';

/**
 * Writes the OpenAPI document to the file named on the command line; with `--check` it only compares, and ends
 * with 1 on a difference. Preview mode reads the routes without starting anything: no database is needed.
 */
const [file, mode] = process.argv.slice(2);
if (!file) throw new Error('usage: openapi.js FILE [--check]');

const app = await NestFactory.create<NestFastifyApplication>(
  AppModule.with(new Env(), 'postgres://not-used'),
  new FastifyAdapter(),
  { preview: true, logger: ['error'] },
);
app.setGlobalPrefix('api');
const text = `${JSON.stringify(openApiDocument(app), null, 2)}\n`;

if (mode !== '--check') await writeFile(file, text);
else if ((await readFile(file, 'utf8')) !== text) {
  process.stderr.write(`${file} differs from the routes: run "npm run openapi" and commit it.\n`);
  process.exitCode = 1;
}
