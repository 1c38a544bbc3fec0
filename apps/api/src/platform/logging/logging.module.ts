import { Global, Module } from '@nestjs/common';
import { Log } from './log.js';

/** Gives everybody the log. */
@Global()
@Module({ providers: [Log], exports: [Log] })
export class LoggingModule {}
