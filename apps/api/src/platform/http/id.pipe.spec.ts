import { idPipe } from './id.pipe.js';
import { notFound } from './problem.js';

const missing = notFound('There is no such ticket.');
const pipe = new (idPipe(() => missing))();

describe('an id in a path', () => {
  it.each([
    ['1', 1],
    ['2147483647', 2_147_483_647],
  ])('%s is %i', (text, id) => expect(pipe.transform(text)).toBe(id));

  it.each([
    '',
    '0',
    '-1',
    '+1',
    '01',
    '1.0',
    '1e3',
    '0x1',
    ' 1',
    '1\n',
    '２',
    '2147483648',
    '9'.repeat(400),
    'abc',
  ])('%j is answered like an id that nobody has', (text) =>
    expect(() => pipe.transform(text)).toThrow(missing),
  );
});
