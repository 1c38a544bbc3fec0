import { tableCsv, type FigureTable } from './figure-table';

const csv = (name: string, value: number | null = 3) => {
  const table: FigureTable = {
    corner: 'Admin',
    columns: [{ label: 'Median', unit: 's' }],
    rows: [{ name, cells: [{ value, open: null }] }],
  };
  return tableCsv(table);
};

describe('a figure as CSV file', () => {
  it('has the numbers as numbers, with their unit on top', () =>
    expect(csv('Ada', 12_345)).toBe('\uFEFFAdmin,Median (s)\r\nAda,12345\r\n'));

  it('leaves open what is not known', () => expect(csv('Ada', null)).toContain('\nAda,\r\n'));

  it.each(['=1+1', '+1', '-1', '@SUM(A1)', '\tx', '\rx'])('never calculates: %j', (name) =>
    expect(csv(name).replaceAll('"', '')).toContain(`\n'${name},3`),
  );

  it('quotes what would break it', () => expect(csv('Lovelace, "Ada"')).toContain('"Lovelace, ""Ada""",3'));
});
