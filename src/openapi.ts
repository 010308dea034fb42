import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { DocumentBuilder, SwaggerModule, type OpenAPIObject } from '@nestjs/swagger';
import metadata from './metadata';
import { refusalTables } from './kernel/refusal';
import { STATUS } from './platform/http/problem';

/** The members every problem document has, with all stable codes of all modules. */
function problemSchema(): object {
  const codes = refusalTables().flatMap((table) =>
    Object.keys(table.rows).map((code) => `${table.module}.${code}`),
  );
  return {
    type: 'object',
    required: ['type', 'title', 'status', 'instance'],
    properties: {
      type: { type: 'string', description: 'Stable identifier of the kind of problem.' },
      title: { type: 'string', description: 'What happened, what it means, what to do next.' },
      code: { type: 'string', enum: codes },
      status: { type: 'integer', enum: [...new Set(Object.values(STATUS))] },
      instance: { type: 'string', description: 'The request id.' },
    },
  };
}

/** The API as OpenAPI 3: routes and classes from Nest, problems from the modules' tables. */
export async function openApiDocument(app: NestFastifyApplication): Promise<OpenAPIObject> {
  await SwaggerModule.loadPluginMetadata(metadata);
  return buildDocument(app);
}

function buildDocument(app: NestFastifyApplication): OpenAPIObject {
  const config = new DocumentBuilder()
    .setTitle('Atelier')
    .setDescription('Early-access artist programme: enrollment, generation, approval, feedback and pay.')
    .setVersion('1')
    .addBearerAuth({ type: 'http', scheme: 'bearer', bearerFormat: 'atl_live_…' }, 'key')
    .addCookieAuth('sid', undefined, 'session')
    .build();
  const document = SwaggerModule.createDocument(app, config, {
    operationIdFactory: (_controller, method) => method,
  });
  document.components = {
    ...document.components,
    schemas: { ...document.components?.schemas, Problem: problemSchema() as never },
  };
  const problem = {
    description: 'Refused',
    content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
  };
  for (const item of Object.values(document.paths)) {
    for (const operation of Object.values(item as Record<string, { responses?: Record<string, unknown> }>)) {
      if (operation.responses !== undefined) operation.responses.default = problem;
    }
  }
  return document;
}

/** `/docs` for people, `/docs-json` for programs. Nothing of it is loaded before somebody asks for it. */
export function serveDocs(app: NestFastifyApplication): void {
  let loading: Promise<void> | undefined;
  app
    .getHttpAdapter()
    .getInstance()
    .addHook('onRequest', async (request) => {
      if (request.url.startsWith('/docs')) await (loading ??= SwaggerModule.loadPluginMetadata(metadata));
    });
  SwaggerModule.setup('docs', app, () => buildDocument(app), {
    jsonDocumentUrl: 'docs-json',
    yamlDocumentUrl: 'docs-yaml',
  });
}
