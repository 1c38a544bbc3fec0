import { type ArgumentMetadata, Injectable, type ValidationError, ValidationPipe } from '@nestjs/common';
import type { ProblemField } from '@ticketing/contracts';
import { invalidInput } from './problem.js';

class Complaints extends Error {
  constructor(readonly errors: ValidationError[]) {
    super('invalid');
  }
}

/**
 * Checks bodies and queries against their DTO class. Unknown fields are dropped, values are never converted
 * behind the DTO's back, and each complaint says where: `/title` in a body, `?sort` in a query.
 */
@Injectable()
export class InputPipe extends ValidationPipe {
  constructor() {
    super({
      whitelist: true,
      transform: true,
      validationError: { target: false, value: false },
      exceptionFactory: (errors) => new Complaints(errors),
    });
  }

  override async transform(value: unknown, metadata: ArgumentMetadata): Promise<unknown> {
    // parameters of the path have pipes of their own; `transform` would make the id 1 of "01" and "1e0" first
    if (metadata.type === 'param') return value;
    try {
      return await super.transform(value, metadata);
    } catch (error) {
      if (!(error instanceof Complaints)) throw error;
      const prefix = metadata.type === 'query' ? '?' : '/';
      throw invalidInput(error.errors.flatMap((complaint) => fields(complaint, prefix)));
    }
  }
}

function fields({ property, constraints, children }: ValidationError, prefix: string): ProblemField[] {
  const pointer = `${prefix}${property}`;
  const own = Object.values(constraints ?? {}).slice(0, 1);
  return [
    ...own.map((detail) => ({ pointer, detail: sentence(detail) })),
    ...(children ?? []).flatMap((child) => fields(child, `${pointer}/`)),
  ];
}

function sentence(text: string): string {
  const capital = text.charAt(0).toUpperCase() + text.slice(1);
  return capital.endsWith('.') ? capital : `${capital}.`;
}
