import { Injectable } from '@nestjs/common';
import { Log, type LogFields } from '../platform/logging/log.js';

/** Everything about signing in and rights, good or bad, in a log of its own (`auth.log`). */
@Injectable()
export class AuthLog {
  constructor(private readonly log: Log) {}

  happened(message: string, fields: LogFields = {}): void {
    this.log.info(message, { ...fields, log: 'auth' });
  }

  refused(message: string, fields: LogFields = {}): void {
    this.log.warn(message, { ...fields, log: 'auth' });
  }
}
