import { STATUS_CODES } from 'node:http';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { DocumentBuilder, type OpenAPIObject, SwaggerModule } from '@nestjs/swagger';
import { DOCS_SCRIPTS } from './docs-trusted-types.js';
import { EXTRA_MODELS } from './api-docs.js';

const DESCRIPTION = `
Tickets, comments and accounts, as JSON in snake_case. Every path works with and without a trailing slash.

Sign in with \`POST /api/auth/login\`, copy \`access_token\`, press **Authorize** and paste it.
Errors are \`application/problem+json\` (RFC 9457). Lists are paged by cursor: follow \`next_cursor\` until it is null.
Times are ISO 8601 in UTC; ids are integers.
`.trim();

/** The OpenAPI document of the application. */
export function openApiDocument(app: NestFastifyApplication): OpenAPIObject {
  const config = new DocumentBuilder()
    .setOpenAPIVersion('3.1.0')
    .setTitle('Ticketing API')
    .setDescription(DESCRIPTION)
    .setVersion('1')
    .setLicense('Proprietary', 'https://example.com/licence')
    .addServer('/', 'This server')
    .addTag('auth', 'Accounts and sessions')
    .addTag('tickets', 'Tickets, their status and their history')
    .addTag('comments', 'What is said about tickets')
    .addTag('notifications', 'What people are told of what happens to tickets')
    .addTag('ratings', 'How requesters found it')
    .addTag('integrations', 'Webhooks, Slack and Jira')
    .addTag('users', 'People')
    .addTag('admin', 'What only admins look at: background work')
    .addTag('inbound mail', 'Mails that arrive, and those that wait for an admin')
    .addTag('client logs', 'What browsers report about themselves')
    .addTag('health', 'For load balancers')
    .addBearerAuth({ type: 'http', scheme: 'bearer', bearerFormat: 'JWT' }, 'access_token')
    .addBearerAuth(
      { type: 'http', scheme: 'bearer', description: 'INBOUND_SECRET of the server, for mail servers.' },
      'inbound_secret',
    )
    .build();
  const document = SwaggerModule.createDocument(app, config, {
    extraModels: EXTRA_MODELS,
    operationIdFactory: (controller, method) =>
      `${controller.replace('Controller', '').toLowerCase()}_${method}`,
  });
  for (const operation of Object.values(document.paths).flatMap(operationsOf)) complete(operation);
  return document;
}

type Operation = NonNullable<OpenAPIObject['paths'][string]['get']>;

function operationsOf(path: OpenAPIObject['paths'][string]): Operation[] {
  return [path.get, path.post, path.put, path.patch, path.delete].filter(
    (operation) => operation !== undefined,
  );
}

/** Says what decorators leave unsaid: that public routes need no token, and what a plain success is. */
function complete(operation: Operation): void {
  operation.security ??= [];
  for (const [status, response] of Object.entries(operation.responses)) {
    if (response && 'description' in response) response.description ||= STATUS_CODES[status] ?? '';
  }
}

/** Swagger UI at `/api/docs`, the document at `/api/openapi.json`. */
export function serveApiDocs(app: NestFastifyApplication): void {
  SwaggerModule.setup('api/docs', app, () => openApiDocument(app), {
    jsonDocumentUrl: 'api/openapi.json',
    yamlDocumentUrl: 'api/openapi.yaml',
    customSiteTitle: 'Ticketing API',
    customJs: DOCS_SCRIPTS,
    swaggerOptions: { persistAuthorization: true, displayRequestDuration: true, filter: true },
  });
}
