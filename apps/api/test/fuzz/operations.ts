import type { OpenAPIObject } from '@nestjs/swagger';

/** As much of JSON Schema 2020-12 as the document uses. */
export interface Schema {
  $ref?: string;
  type?: string | string[];
  format?: string;
  enum?: unknown[];
  minLength?: number;
  maxLength?: number;
  minimum?: number;
  maximum?: number;
  items?: Schema;
  properties?: Record<string, Schema>;
  required?: string[];
}

export interface Parameter {
  name: string;
  in: 'path' | 'query' | 'header';
  schema: Schema;
}

/** One operation of the document, with everything that a request and the judgement of its answer need. */
export interface Operation {
  title: string;
  method: 'get' | 'post' | 'patch' | 'delete';
  path: string;
  parameters: Parameter[];
  body: Schema | undefined;
  responses: Record<string, { content?: Record<string, { schema: Schema }> }>;
}

type Documented = Pick<Operation, 'responses'> & {
  parameters?: Parameter[];
  requestBody?: { content: Record<string, { schema: Schema }> };
};

/** Every operation that the document has. */
export function operationsIn({ paths, components }: OpenAPIObject): Operation[] {
  const schemas = (components?.schemas ?? {}) as Record<string, Schema>;
  return Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods as Record<Operation['method'], Documented>).map(([method, documented]) => ({
      title: `${method.toUpperCase()} ${path}`,
      method: method as Operation['method'],
      path,
      parameters: documented.parameters ?? [],
      body: resolve(documented.requestBody?.content['application/json']?.schema, schemas),
      responses: documented.responses,
    })),
  );
}

/** Request bodies are flat: one reference, and none inside. */
function resolve(schema: Schema | undefined, schemas: Record<string, Schema>): Schema | undefined {
  const name = schema?.$ref?.split('/').at(-1);
  return name === undefined ? schema : schemas[name];
}
