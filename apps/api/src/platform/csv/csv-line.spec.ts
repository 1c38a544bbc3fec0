import { csvLine } from './csv-line.js';

describe('a line of CSV', () => {
  it.each([
    ['plain text', 'plain text'],
    ['a, b', '"a, b"'],
    ['say "no"', '"say ""no"""'],
    ['two\r\nlines', '"two\r\nlines"'],
    ['Grüße 🖨', 'Grüße 🖨'],
  ])('keeps %j, quoted where it has to be', (text, cell) => {
    expect(csvLine([text])).toBe(`${cell}\r\n`);
  });

  it.each(['=1+1', '+1', '-1', '@SUM(A1)', '\t=1', '＝1+1', '＋1', '－1', '＠SUM(A1)'])(
    'disarms %j, which would calculate',
    (text) => {
      expect(csvLine([text])).toBe(`'${text}\r\n`);
    },
  );

  it.each(['\r', '\n'])('disarms a formula behind %j, too', (end) => {
    expect(csvLine([`${end}=1`])).toBe(`"'${end}=1"\r\n`);
  });

  it('leaves numbers of ours numbers', () => {
    expect(csvLine([-5, 1.5, 0])).toBe('-5,1.5,0\r\n');
  });

  it('writes times as ISO 8601, flags as words and nothing as nothing', () => {
    const moment = new Date('2026-11-25T10:00:00Z');
    expect(csvLine([moment, true, false, null, undefined, ''])).toBe(
      '2026-11-25T10:00:00.000Z,true,false,,,\r\n',
    );
  });
});
