import { Injectable, type PipeTransform } from '@nestjs/common';
import { isUUID } from 'class-validator';
import { sessionNotFound } from './auth.problems.js';

/** What cannot be a session is answered like a session that nobody has. */
@Injectable()
export class SessionIdPipe implements PipeTransform<string, string> {
  transform(value: string): string {
    if (!isUUID(value)) throw sessionNotFound();
    return value;
  }
}
