import {
  applyDecorators,
  type CallHandler,
  type ExecutionContext,
  Injectable,
  type NestInterceptor,
  SetMetadata,
  type StreamableFile,
  UseInterceptors,
} from '@nestjs/common';
import { ApiOkResponse } from '@nestjs/swagger';
import { mergeMap, type Observable } from 'rxjs';
import { ApiProblems } from '../http/api-docs.js';
import { CsvAnswers } from './csv-answers.js';
import type { CsvTable } from './csv-table.js';

/** On handlers that answer with a file: these may be downloaded by a link (`POST /api/admin/downloads/`). */
export const CSV_EXPORT = 'csv:export';

@Injectable()
export class CsvInterceptor implements NestInterceptor<CsvTable, StreamableFile> {
  constructor(private readonly answers: CsvAnswers) {}

  intercept(_context: ExecutionContext, next: CallHandler<CsvTable>): Observable<StreamableFile> {
    return next.handle().pipe(mergeMap((table) => this.answers.answer(table)));
  }
}

/**
 * Sends the `CsvTable` that the handler returns as a file to save, streamed. The handler takes the actor and the
 * query, in this order and nothing else, so that a download link can call it, too:
 *
 * ```ts
 * @Get('export')
 * @CsvExport('Number,Title\r\n182,Printer on fire\r\n')
 * export(@CurrentActor() actor: Actor, @Query() query: ExportQuery): CsvTable {
 *   return this.reader.export(actor, query);   // csvTable('tickets', COLUMNS, keysetPages(read, keyOf))
 * }
 * ```
 * @param example the first lines, for Swagger
 */
export function CsvExport(example: string) {
  return applyDecorators(
    SetMetadata(CSV_EXPORT, true),
    UseInterceptors(CsvInterceptor),
    ApiOkResponse({
      description:
        'The file: CSV (RFC 4180), UTF-8 with a byte order mark. A connection that breaks is no end of it.',
      content: { 'text/csv': { schema: { type: 'string' }, example } },
    }),
    ApiProblems(503),
  );
}
