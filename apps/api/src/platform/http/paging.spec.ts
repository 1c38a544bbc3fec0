import { Secrets } from '../config/secrets.js';
import { counted, Cursors, cutPage } from './paging.js';

const cursors = new Cursors(new Secrets('a secret for cursors that is long enough'));
const LIST = { list: 'tickets', actor: 1, status: ['open'] };

describe('a cursor', () => {
  it('comes back as the position that it was made of', () => {
    expect(cursors.read(LIST, cursors.write(LIST, ['2026-01-01', 7]))).toEqual(['2026-01-01', 7]);
  });

  it('is refused for other filters', () => {
    const cursor = cursors.write(LIST, [7]);
    expect(() => cursors.read({ ...LIST, status: ['closed'] }, cursor)).toThrow(/another list/);
  });

  it('is refused for another person', () => {
    expect(() => cursors.read({ ...LIST, actor: 2 }, cursors.write(LIST, [7]))).toThrow(/another list/);
  });

  it('of the key before is good, of an older one it is not', () => {
    const [old, current] = ['the key before, which is long enough', 'the key of today, which is long enough'];
    const cursor = new Cursors(new Secrets(old)).write(LIST, [7]);
    expect(new Cursors(new Secrets(current, old)).read(LIST, cursor)).toEqual([7]);
    expect(() => new Cursors(new Secrets(current)).read(LIST, cursor)).toThrow(/another list/);
  });

  it.each(['', '.', 'abc', 'WzFd.', 'WzFd.AAAAAAAAAAAAAAAAAAAAAA'])(
    'that was made up is refused: "%s"',
    (made) => {
      expect(() => cursors.read(LIST, made)).toThrow(/another list/);
    },
  );
});

describe('a page', () => {
  it('has a next one when there was a row more than asked for', () => {
    expect(cutPage([3, 2, 1], 2, (row) => [row])).toEqual({ rows: [3, 2], next: [2] });
  });

  it('is the last one when there was not', () => {
    expect(cutPage([3, 2], 2, (row) => [row])).toEqual({ rows: [3, 2], next: null });
    expect(cutPage([], 2, () => [])).toEqual({ rows: [], next: null });
  });

  it('counts exactly up to 10,000 and says "at least" beyond', () => {
    expect(counted(10_000)).toEqual({ total: 10_000, total_at_least: null });
    expect(counted(10_001)).toEqual({ total: null, total_at_least: 10_000 });
  });
});
