import { Readable } from 'node:stream';
import { type BeforeApplicationShutdown, Injectable, StreamableFile } from '@nestjs/common';
import { unavailable } from '../http/problem.js';
import { Log } from '../logging/log.js';
import type { CsvTable } from './csv-table.js';

/** In one process. Each has a connection to the database while it reads a page: others need some, too. */
export const MOST_AT_ONCE = 8;

/** Turns tables into answers that stream. */
@Injectable()
export class CsvAnswers implements BeforeApplicationShutdown {
  private readonly streams = new Set<Readable>();

  constructor(private readonly log: Log) {}

  /**
   * Waits for the first page: what fails until then is an answer like any other. What fails later breaks off the
   * connection, for a short file looks like a whole one.
   * @throws ProblemError 503 when too many are being written
   */
  async answer({ name, text }: CsvTable): Promise<StreamableFile> {
    if (this.streams.size >= MOST_AT_ONCE) throw unavailable();
    const begin = text.next();
    const stream = this.keep(Readable.from(this.watched(name, begin, text), { objectMode: false }));
    try {
      await begin;
    } catch (error) {
      stream.destroy();
      throw error;
    }
    const day = new Date().toISOString().slice(0, 10);
    return new StreamableFile(stream, {
      type: 'text/csv; charset=utf-8',
      disposition: `attachment; filename="${name}-${day}.csv"`,
    });
  }

  /** Nobody waits for a file of a million lines to end a process: who loads it comes again. */
  beforeApplicationShutdown(): void {
    for (const stream of this.streams) stream.destroy(new Error('the process ends'));
  }

  private keep(stream: Readable): Readable {
    this.streams.add(stream);
    stream.once('close', () => this.streams.delete(stream));
    return stream;
  }

  private async *watched(
    name: string,
    begin: Promise<IteratorResult<string>>,
    rest: AsyncGenerator<string>,
  ): AsyncGenerator<string> {
    try {
      const { value, done } = await begin;
      if (!done) yield value;
      yield* rest;
    } catch (error) {
      this.log.error('a file broke off', { file: name, error });
      throw error;
    }
  }
}
