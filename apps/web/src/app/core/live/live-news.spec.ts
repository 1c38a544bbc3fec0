import { LiveParser } from './live-news';

const CHANGE = 'id: b\nevent: change\ndata: {"type":"comment.added","ticket_id":5}\n\n';

describe('the stream of live news', () => {
  it('is read message by message, wherever it is cut', () => {
    for (let cut = 1; cut < CHANGE.length; cut++) {
      const parser = new LiveParser();
      const messages = [...parser.push(CHANGE.slice(0, cut)), ...parser.push(CHANGE.slice(cut))];
      expect(messages).toEqual([
        { id: 'b', news: { event: 'change', change: { type: 'comment.added', ticket_id: 5 } } },
      ]);
    }
  });

  it('says where it is without news, too', () => {
    expect(new LiveParser().push('id: a\n\n: alive\nid: b\n\n')).toEqual([
      { id: 'a', news: null },
      { id: 'b', news: null },
    ]);
  });

  it('may have news that this version does not know', () => {
    expect(new LiveParser().push('id: a\nevent: weather\ndata: rain\n\n')).toEqual([{ id: 'a', news: null }]);
  });
});
