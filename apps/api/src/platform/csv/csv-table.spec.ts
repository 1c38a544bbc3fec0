import { type CsvColumn, type CsvTable, csvTable } from './csv-table.js';
import { keysetPages, PAGE_ROWS } from './keyset-pages.js';

const COLUMNS: CsvColumn<{ id: number; title: string }>[] = [
  { heading: 'Number', value: ({ id }) => id },
  { heading: 'Title', value: ({ title }) => title },
];

async function all<T>(parts: AsyncIterable<T>): Promise<T[]> {
  const read: T[] = [];
  for await (const part of parts) read.push(part);
  return read;
}

async function read({ text }: CsvTable): Promise<string> {
  return (await all(text)).join('');
}

describe('a table as CSV', () => {
  it('has a byte order mark, a line of headings, and a line for each row of each page', async () => {
    async function* pages() {
      yield [{ id: 1, title: 'Printer' }];
      yield [{ id: 2, title: '=1+1' }];
    }
    const text = await read(csvTable('tickets', COLUMNS, pages()));
    expect(text).toBe("\uFEFFNumber,Title\r\n1,Printer\r\n2,'=1+1\r\n");
  });

  it('has its headings without a single row', async () => {
    async function* nothing() {}
    expect(await read(csvTable('tickets', COLUMNS, nothing()))).toBe('\uFEFFNumber,Title\r\n');
  });
});

describe('pages by key', () => {
  const rowsOf = (count: number) => Array.from({ length: count }, (_, index) => index + 1);
  const readFrom = (rows: number[]) => async (after: number | undefined, count: number) =>
    rows.filter((id) => id > (after ?? 0)).slice(0, count);

  it.each([0, 1, PAGE_ROWS, PAGE_ROWS + 1, 2 * PAGE_ROWS])(
    'have all of %i rows, each once',
    async (count) => {
      const rows = rowsOf(count);
      const pages = await all(keysetPages(readFrom(rows), (id) => id));
      expect(pages.flat()).toEqual(rows);
    },
  );

  it('are read no further than somebody asks', async () => {
    let reads = 0;
    const pages = keysetPages(
      async () => {
        reads += 1;
        return rowsOf(PAGE_ROWS);
      },
      (id) => id,
    );
    await pages.next();
    await pages.return(undefined);
    expect(reads).toBe(1);
  });
});
