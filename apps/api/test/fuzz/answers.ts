import type { OpenAPIObject } from '@nestjs/swagger';
import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js';
import formats from 'ajv-formats';
import type { Answer } from '../start-api.js';
import type { Operation, Schema } from './operations.js';

/** Compares answers with what the document says about them. */
export class AnswerJudge {
  private readonly ajv = new Ajv2020({ strict: false, allErrors: true });
  private readonly compiled = new Map<string, ValidateFunction>();

  constructor(document: OpenAPIObject) {
    formats.default(this.ajv);
    this.ajv.addFormat('idn-email', /^[^@\s]+@[^@\s]+$/);
    this.ajv.addSchema({ $id: 'document', components: closed(document.components ?? {}) });
  }

  /** What is wrong with it; empty when it is as documented. */
  complaints(operation: Operation, { status, headers, body }: Answer): string[] {
    const response = operation.responses[status];
    if (!response) return [`${status} is not documented: ${JSON.stringify(body)}`];
    const [type] = String(headers['content-type'] ?? '').split(';');
    const { [type as string]: content, ...others } = response.content ?? {};
    if (content) return this.mismatches(`${operation.title} ${status}`, content.schema, body);
    if (Object.keys(others).length > 0) return [`${status} is documented with another type than ${type}`];
    return body === '' ? [] : [`${status} is documented without a body: ${JSON.stringify(body)}`];
  }

  private mismatches(name: string, schema: Schema, body: unknown): string[] {
    const validate = this.compiled.get(name) ?? this.ajv.compile(absolute(schema));
    this.compiled.set(name, validate);
    validate(body);
    return (validate.errors ?? []).map(({ instancePath, message }) => `${instancePath} ${message}`);
  }
}

/** References into the document, wherever the schema is compiled. */
function absolute(schema: Schema): Schema {
  return JSON.parse(JSON.stringify(schema).replaceAll('"#/', '"document#/')) as Schema;
}

/** No object may have a field that the document does not name: that is how things leak. */
function closed(components: object): object {
  return JSON.parse(JSON.stringify(components), (_key, value: unknown) => {
    const { type, properties, additionalProperties } = (value ?? {}) as Record<string, unknown>;
    const isOpen = type === 'object' && properties !== undefined && additionalProperties === undefined;
    return isOpen ? { ...(value as object), additionalProperties: false } : value;
  }) as object;
}
