import { makeSummary } from '../../../testing/make';
import { listNews, newsWords } from './list-news';

const rows = (...ids: number[]) => ids.map((id) => makeSummary({ id }));
const news = (shown: number[], newest: number[], openId: number | null = null) =>
  listNews(rows(...shown), rows(...newest), openId);

describe('the list on screen', () => {
  it('has no news when the server shows the same', () => {
    expect(news([3, 2, 1], [3, 2, 1])).toEqual({ fresh: 0, moved: 0 });
  });
  it('has news of tickets that came in above', () => {
    expect(news([3, 2, 1], [5, 4, 3, 2, 1])).toEqual({ fresh: 2, moved: 0 });
  });
  it('has news of rows that would stand further up', () => {
    expect(news([4, 3, 2, 1], [1, 4, 3, 2])).toEqual({ fresh: 0, moved: 1 });
    expect(news([4, 3, 2, 1], [1, 2, 4, 3])).toEqual({ fresh: 0, moved: 2 });
  });
  it('has none of the open ticket, which its reader has changed', () => {
    expect(news([3, 2, 1], [1, 3, 2], 1)).toEqual({ fresh: 0, moved: 0 });
  });
  it('has none of tickets that come up from below because others left', () => {
    expect(news([4, 3, 2], [4, 2, 1])).toEqual({ fresh: 0, moved: 0 });
  });
  it('has news only, when none of its rows is there any more', () => {
    expect(news([2, 1], [4, 3])).toEqual({ fresh: 2, moved: 0 });
  });
  it('says it in few words', () => {
    expect(newsWords({ fresh: 3, moved: 0 })).toBe('3 new');
    expect(newsWords({ fresh: 1, moved: 2 })).toBe('1 new, 2 updated');
    expect(newsWords({ fresh: 0, moved: 0 })).toBeNull();
  });
});
