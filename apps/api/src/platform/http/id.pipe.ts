import { Injectable, type PipeTransform } from '@nestjs/common';
import { LIMITS } from '@ticketing/contracts';
import { notFound, type ProblemError } from './problem.js';

/**
 * Reads an id from the path. What cannot be an id is answered like an id that nobody has: 404.
 * @param missing makes the problem, so that both say the same
 */
export function idPipe(missing: () => ProblemError = () => notFound('There is nothing here.')) {
  @Injectable()
  class IdPipe implements PipeTransform<string, number> {
    transform(value: string): number {
      const id = /^[1-9]\d{0,9}$/.test(value) ? Number(value) : Infinity;
      if (id > LIMITS.id.max) throw missing();
      return id;
    }
  }
  return IdPipe;
}
