import { Global, Module } from '@nestjs/common';
import { APP_FILTER, APP_PIPE } from '@nestjs/core';
import { Cursors } from './paging.js';
import { ProblemFilter } from './problem.filter.js';
import { InputPipe } from './validation.js';

/** What every controller relies on: validation, problems, cursors. */
@Global()
@Module({
  providers: [
    Cursors,
    { provide: APP_FILTER, useClass: ProblemFilter },
    { provide: APP_PIPE, useClass: InputPipe },
  ],
  exports: [Cursors],
})
export class HttpModule {}
