import { once } from 'node:events';
import { get, type IncomingMessage } from 'node:http';
import { setTimeout as wait } from 'node:timers/promises';
import { Controller, Get, Module } from '@nestjs/common';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { TEST_ENV } from '../../../test/start-api.js';
import { until } from '../../../test/until.js';
import { ConfigModule } from '../config/config.module.js';
import { type Env, loadEnv } from '../config/env.js';
import { createApp } from '../http/create-app.js';
import { HttpModule } from '../http/http.module.js';
import { conflict } from '../http/problem.js';
import { LoggingModule } from '../logging/logging.module.js';
import { MOST_AT_ONCE } from './csv-answers.js';
import { CsvExport } from './csv-export.js';
import { type CsvColumn, csvTable } from './csv-table.js';
import { CsvModule } from './csv.module.js';
import { keysetPages, PAGE_ROWS } from './keyset-pages.js';

const COLUMNS: CsvColumn<number>[] = [
  { heading: 'Number', value: (row) => row },
  { heading: 'Text', value: () => '=1+1' },
];

/** Pages that were read. */
let reads = 0;

const numbers = (end: number, failAt = Infinity, pauseMs = 0) =>
  csvTable(
    'numbers',
    COLUMNS,
    keysetPages<number, number>(
      async (after = 0, rows) => {
        reads += 1;
        if (pauseMs > 0) await wait(pauseMs);
        if (after >= failAt) throw conflict('The database is gone.');
        return Array.from({ length: Math.min(rows, end - after) }, (_, index) => after + index + 1);
      },
      (row) => row,
    ),
  );

@Controller('files')
class FilesController {
  @Get('short')
  @CsvExport('Number,Text\r\n')
  short() {
    return numbers(3);
  }

  @Get('endless')
  @CsvExport('Number,Text\r\n')
  endless() {
    return numbers(Infinity);
  }

  @Get('slow')
  @CsvExport('Number,Text\r\n')
  slow() {
    return numbers(Infinity, Infinity, 50);
  }

  @Get('failing')
  @CsvExport('Number,Text\r\n')
  failing() {
    return numbers(Infinity, 0);
  }

  @Get('broken')
  @CsvExport('Number,Text\r\n')
  broken() {
    return numbers(Infinity, 5 * PAGE_ROWS);
  }
}

let app: NestFastifyApplication;
let url: string;
beforeAll(async () => {
  const env: Readonly<Env> = loadEnv(TEST_ENV);
  const imports = [ConfigModule.with(env), LoggingModule, HttpModule, CsvModule];
  Module({})(FilesModule);
  app = await createApp({ module: FilesModule, imports, controllers: [FilesController] }, env);
  await app.listen(0, '127.0.0.1');
  url = `${await app.getUrl()}/api/files`;
});
afterAll(() => app.close());
beforeEach(() => (reads = 0));

class FilesModule {}

/** Reads nothing but the beginning, by a client that buffers little and goes at once. */
async function begin(path: string): Promise<{ message: IncomingMessage; leave: () => void }> {
  const request = get(`${url}/${path}`, { agent: false });
  const [message] = (await once(request, 'response')) as [IncomingMessage];
  return { message, leave: () => message.destroy() };
}

/** Goes while the first page is being read. */
async function leaveEarly(): Promise<void> {
  const request = get(`${url}/slow`, { agent: false });
  request.on('error', () => undefined);
  const before = reads;
  await until(async () => reads > before);
  request.destroy();
}

async function untilNothingIsRead(): Promise<void> {
  await until(async () => {
    const before = reads;
    await wait(200);
    return before === reads;
  });
}

/** Reads to the end. */
async function whole(path: string) {
  const answer = await fetch(`${url}/${path}`);
  await answer.text();
  return answer;
}

describe('a file', () => {
  it('is one to save, in UTF-8 with a byte order mark, and nobody keeps it', async () => {
    const answer = await fetch(`${url}/short`);
    expect(Object.fromEntries(answer.headers)).toMatchObject({
      'content-type': 'text/csv; charset=utf-8',
      'content-disposition': expect.stringMatching(/^attachment; filename="numbers-\d{4}-\d\d-\d\d\.csv"$/),
      'cache-control': 'no-store',
      'x-content-type-options': 'nosniff',
    });
    const text = Buffer.from(await answer.arrayBuffer()).toString();
    expect(text).toBe("\uFEFFNumber,Text\r\n1,'=1+1\r\n2,'=1+1\r\n3,'=1+1\r\n");
  });

  it('costs nothing when only its head is asked for', async () => {
    const answer = await fetch(`${url}/short`, { method: 'HEAD' });
    expect([answer.status, await answer.text()]).toEqual([200, '']);
  });

  it('is not read when only its head is asked for, however long it is', async () => {
    expect((await fetch(`${url}/endless`, { method: 'HEAD' })).status).toBe(200);
    await untilNothingIsRead();
  });

  it('takes no room from others when its reader went before the first line', async () => {
    for (let i = 0; i < MOST_AT_ONCE; i++) await leaveEarly();
    await until(async () => (await whole('short')).status === 200);
    await untilNothingIsRead();
  });

  it('that fails at its beginning is a problem like any other', async () => {
    const answer = await whole('failing');
    expect([answer.status, answer.headers.get('content-type')]).toEqual([
      409,
      'application/problem+json; charset=utf-8',
    ]);
    expect(answer.headers.get('content-disposition')).toBeNull();
  });

  it('that fails later breaks off: nobody takes it for a whole one', async () => {
    const answer = await fetch(`${url}/broken`);
    expect(answer.status).toBe(200);
    await expect(answer.text()).rejects.toThrow();
  });

  it('is read no faster than it is taken', async () => {
    const { leave } = await begin('endless');
    let before = -1;
    await until(async () => {
      const isStill = before === reads;
      before = reads;
      await wait(300);
      return isStill;
    });
    leave();
    expect(reads).toBeLessThan(2_000); // what fits into the buffers of the sockets
  });

  it('is read no further when its reader has gone', async () => {
    const { leave } = await begin('endless');
    leave();
    await until(async () => {
      const before = reads;
      await wait(100);
      return before === reads;
    });
  });

  it('is one of a few at the same time: the next one is told to come later', async () => {
    const readers = await Promise.all(Array.from({ length: MOST_AT_ONCE }, () => begin('slow')));
    const { status, headers } = await whole('slow');
    for (const { leave } of readers) leave();
    expect([status, headers.get('retry-after')]).toEqual([503, '5']);
    await until(async () => (await whole('short')).status === 200);
  });

  it('keeps no process from ending', async () => {
    const { message } = await begin('slow');
    const broken = once(message.resume(), 'end').catch(({ code }) => code);
    await app.close();
    expect(await broken).toBe('ECONNRESET');
  });
});
