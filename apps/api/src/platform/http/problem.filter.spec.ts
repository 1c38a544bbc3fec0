import { BadRequestException, HttpException, NotFoundException } from '@nestjs/common';
import { conflict, invalidInput } from './problem.js';
import { toProblem } from './problem.filter.js';

const fastifyFault = (statusCode: number) => Object.assign(new Error('Said by Fastify'), { statusCode });
const databaseError = (code: string) => Object.assign(new Error('relation "users" ...'), { code });

describe('an error becomes an answer', () => {
  it('as it is, when it is a problem already', () => {
    const problem = conflict('Already closed.');
    expect(toProblem(problem)).toBe(problem);
  });

  it.each([
    ['the framework found no route', new NotFoundException('Cannot GET /x'), 404, 'not-found'],
    ['the framework refused', new BadRequestException(), 400, 'invalid-input'],
    ['a status of its own', new HttpException('Slow down', 429), 429, 'too-many-requests'],
    ['a status nobody has a name for', new HttpException('Teapot', 418), 418, 'refused'],
    ['the framework is unavailable', new HttpException('Away', 503), 503, 'unavailable'],
    ['the framework failed', new HttpException('Secret detail', 500), 500, 'internal-error'],
    ['a body too large', fastifyFault(413), 413, 'body-too-large'],
    ['a body that is no JSON', fastifyFault(415), 415, 'unsupported-media-type'],
    ['Fastify itself failed', fastifyFault(500), 500, 'internal-error'],
    ['a text with NUL in the database', databaseError('22021'), 400, 'invalid-input'],
    ['a duplicate', databaseError('23505'), 409, 'conflict'],
    ['the database is gone', databaseError('ECONNREFUSED'), 503, 'unavailable'],
    ['a wrong statement', databaseError('42601'), 500, 'internal-error'],
    ['a bug', new TypeError('x is not a function'), 500, 'internal-error'],
    ['a thrown text', 'oops', 500, 'internal-error'],
    ['nothing thrown', undefined, 500, 'internal-error'],
    ['null thrown', null, 500, 'internal-error'],
  ])('%s', (_, error, status, slug) => expect(toProblem(error).kind).toMatchObject({ status, slug }));

  it.each([new HttpException('Secret detail', 500), databaseError('42601'), new TypeError('Secret detail')])(
    'without telling what failed inside: %s',
    (error) => expect(toProblem(error).detail).toBe('The server failed. It has been logged.'),
  );

  it('with the time to try again when something is missing', () =>
    expect(toProblem(databaseError('57P01')).headers).toEqual({ 'Retry-After': '5' }));
});

describe('invalid input', () => {
  it('says everything that is wrong in one sentence after the other', () => {
    const errors = ['Title is missing.', 'Priority is missing.'].map((detail) => ({ pointer: '/x', detail }));
    expect(invalidInput(errors).detail).toBe('Title is missing. Priority is missing.');
  });
  it('says something even when it knows no field', () =>
    expect(invalidInput([]).detail).toBe('The request is not valid.'));
});
