import type { Type } from '@nestjs/common';
import type { ProblemField } from '@ticketing/contracts';
import { ProblemError } from '../src/platform/http/problem.js';
import { InputPipe } from '../src/platform/http/validation.js';

const pipe = new InputPipe();

/** What the handler receives for this input. */
export async function accepted<T>(
  dto: Type<T>,
  input: object,
  type: 'body' | 'query' = 'body',
): Promise<Partial<T>> {
  return { ...((await pipe.transform(input, { type, metatype: dto })) as T) };
}

/** What is wrong with the input; empty when nothing is. */
export async function complaints(
  dto: Type,
  input: object,
  type: 'body' | 'query' = 'body',
): Promise<ProblemField[]> {
  try {
    await pipe.transform(input, { type, metatype: dto });
    return [];
  } catch (error) {
    if (error instanceof ProblemError) return error.errors;
    throw error;
  }
}

/** Where something is wrong. */
export async function pointers(dto: Type, input: object, type: 'body' | 'query' = 'body'): Promise<string[]> {
  return (await complaints(dto, input, type)).map(({ pointer }) => pointer);
}
