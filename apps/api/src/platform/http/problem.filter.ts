import { type ArgumentsHost, Catch, type ExceptionFilter, HttpException, Inject } from '@nestjs/common';
import type { Problem } from '@ticketing/contracts';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Log } from '../logging/log.js';
import { databaseFault } from '../database/postgres-errors.js';
import { conflict, internalError, invalidInput, ProblemError, unavailable } from './problem.js';

/** Fastify's own errors (a body too large, malformed JSON, ...) carry a status and a code. */
type FastifyFault = { statusCode?: number; code?: string; message?: string };

/** The one place where an error becomes an answer. */
@Catch()
export class ProblemFilter implements ExceptionFilter {
  constructor(@Inject(Log) private readonly log: Log) {}

  catch(error: unknown, host: ArgumentsHost): void {
    const http = host.switchToHttp();
    const reply = http.getResponse<FastifyReply>();
    if (reply.sent) return;
    const problem = toProblem(error);
    this.report(problem, error);
    void reply
      .status(problem.kind.status)
      .headers(problem.headers)
      .type('application/problem+json')
      .send(present(problem, http.getRequest<FastifyRequest>().id));
  }

  private report(problem: ProblemError, error: unknown): void {
    if (problem.kind.status >= 500) this.log.error('request failed', { error });
    else this.log.debug('request refused', { problem: problem.kind.slug, detail: problem.detail });
  }
}

/** Any error as a problem: expected ones as they are, the database's by their class, all others as 500. */
export function toProblem(error: unknown): ProblemError {
  if (error instanceof ProblemError) return error;
  if (error instanceof HttpException) return fromStatus(error.getStatus(), error.message);
  return fromFastify((error ?? {}) as FastifyFault) ?? fromDatabase(error) ?? internalError();
}

function fromFastify({ statusCode = 500, message = '' }: FastifyFault): ProblemError | undefined {
  return statusCode >= 400 && statusCode < 500 ? fromStatus(statusCode, message) : undefined;
}

function fromDatabase(error: unknown): ProblemError | undefined {
  switch (databaseFault(error)) {
    case 'invalid':
      return invalidInput([]);
    case 'conflict':
      return conflict('The change contradicts another one. Read again and retry.');
    case 'unavailable':
      return unavailable();
    default:
      return undefined;
  }
}

const TITLES: Record<number, [slug: string, title: string]> = {
  400: ['invalid-input', 'Invalid input'],
  401: ['unauthenticated', 'Not signed in'],
  403: ['forbidden', 'Not allowed'],
  404: ['not-found', 'Not found'],
  405: ['method-not-allowed', 'Method not allowed'],
  413: ['body-too-large', 'Body too large'],
  415: ['unsupported-media-type', 'Unsupported media type'],
  429: ['too-many-requests', 'Too many requests'],
  503: ['unavailable', 'Temporarily unavailable'],
};

function fromStatus(status: number, detail: string): ProblemError {
  if (status >= 500 && status !== 503) return internalError();
  const [slug, title] = TITLES[status] ?? ['refused', 'Refused'];
  return new ProblemError({ slug, title, status }, detail);
}

function present({ kind, detail, errors }: ProblemError, requestId: string): Problem {
  return {
    type: `/problems/${kind.slug}`,
    title: kind.title,
    status: kind.status,
    detail,
    request_id: requestId,
    errors,
  };
}
