import { Injectable } from '@nestjs/common';
import { createLogger, format, type Logger, transports } from 'winston';
import { Env } from '../config/env.js';
import { consoleLine } from './console-line.js';
import { requestContext } from './request-context.js';

/** Facts of one log line. Never secrets, tokens or bodies. */
export type LogFields = Record<string, unknown>;

/**
 * The log: events with fields, one JSON object a line (readable text on a developer's console).
 * The message is a constant phrase; request, route and actor are added by themselves.
 */
@Injectable()
export class Log {
  private readonly winston: Logger;

  constructor(env: Env) {
    this.winston = createLogger({
      level: env.DEBUG ? 'debug' : 'info',
      silent: env.NODE_ENV === 'test' && !env.LOG_DIR,
      format: format.combine(format.timestamp(), format(addContext)(), format(plainErrors)(), format.json()),
      transports: [
        new transports.Console({
          silent: env.NODE_ENV === 'test',
          ...(env.NODE_ENV === 'development' && { format: consoleLine() }),
        }),
        ...(env.LOG_DIR ? [new transports.File({ dirname: env.LOG_DIR, filename: 'app.log' })] : []),
      ],
    });
  }

  debug(message: string, fields: LogFields = {}): void {
    this.winston.debug(message, fields);
  }

  info(message: string, fields: LogFields = {}): void {
    this.winston.info(message, fields);
  }

  warn(message: string, fields: LogFields = {}): void {
    this.winston.warn(message, fields);
  }

  error(message: string, fields: LogFields = {}): void {
    this.winston.error(message, fields);
  }
}

type Line = Parameters<Parameters<typeof format>[0]>[0];

function addContext(line: Line): Line {
  return Object.assign(line, requestContext.facts());
}

/** An Error has no enumerable fields: JSON would show `{}`. */
function plainErrors(line: Line): Line {
  const { error } = line;
  if (error instanceof Error)
    line['error'] = { name: error.name, message: error.message, stack: error.stack };
  return line;
}
