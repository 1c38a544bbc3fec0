import type { LoggerService } from '@nestjs/common';
import type { Log } from './log.js';

/** Sends the framework's own messages into our log. Its start-up chatter is debug. */
export function nestLog(log: Log): LoggerService {
  return {
    log: (message: unknown, context?: string) => log.debug(String(message), { context }),
    warn: (message: unknown, context?: string) => log.warn(String(message), { context }),
    error: (message: unknown, stack?: string, context?: string) =>
      log.error(String(message), { stack, context }),
  };
}
