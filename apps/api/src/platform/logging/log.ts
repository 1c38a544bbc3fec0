import { Injectable, type OnApplicationShutdown } from '@nestjs/common';
import { createLogger, format, type Logger, transports } from 'winston';
import { Env } from '../config/env.js';
import { consoleLine } from './console-line.js';
import { LOG_FILES, type LogFileName, openLogFile } from './log-files.js';
import { requestContext } from './request-context.js';

const REOPEN_MS = 10_000;

/** Facts of one log line. Never secrets, tokens or bodies. */
export type LogFields = Record<string, unknown>;

/**
 * The log: events with fields, one JSON object a line (readable text on a developer's console).
 * The message is a constant phrase; request, route and actor are added by themselves.
 */
@Injectable()
export class Log implements OnApplicationShutdown {
  private readonly winston: Logger;
  private readonly reopening = new Map<LogFileName, NodeJS.Timeout>();
  private isClosed = false;

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
      ],
    });
    if (env.LOG_DIR) for (const name of LOG_FILES) this.openFile(env.LOG_DIR, name);
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

  /** Ends the files. Called once, last. */
  onApplicationShutdown(): void {
    this.isClosed = true;
    for (const timer of this.reopening.values()) clearTimeout(timer);
    this.winston.close();
  }

  /** A file that fails is opened anew after a while: lines in between are lost, the product is not. */
  private openFile(directory: string, name: LogFileName): void {
    let isOpen = true;
    const file = openLogFile(directory, name, ({ message }) => {
      if (!isOpen) return;
      isOpen = false;
      process.stderr.write(`${name}.log cannot be written: ${message}\n`); // not into the log itself
      this.winston.remove(file);
      if (this.isClosed) return;
      this.reopening.set(name, setTimeout(() => this.openFile(directory, name), REOPEN_MS).unref());
    });
    this.winston.add(file);
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
