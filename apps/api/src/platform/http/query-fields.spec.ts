import { accepted, complaints, pointers } from '../../../test/validate.js';
import {
  QueryChoice,
  QueryChoices,
  QueryCursor,
  QueryIdOr,
  QueryInteger,
  QueryMoment,
  QueryText,
} from './query-fields.js';

class Query {
  @QueryChoices(['open', 'closed'], 'Statuses.')
  status?: string[];
  @QueryChoice(['-id', 'id'], 'Order.')
  sort?: string;
  @QueryInteger({ min: 1, max: 100 }, 'Rows.')
  limit?: number;
  @QueryIdOr(['me', 'none'], 'Who.')
  who?: number | 'me' | 'none';
  @QueryMoment('When.')
  after?: string;
  @QueryText(5, 'Words.')
  q?: string;
  @QueryCursor()
  cursor?: string;
}

const read = (query: object) => accepted(Query, query, 'query');
const wrong = (query: object) => pointers(Query, query, 'query');

it('every parameter may be left out', async () => expect(await read({})).toEqual({}));
it('unknown parameters are ignored', async () => expect(await read({ page: '3' })).toEqual({}));

describe('a choice of several', () => {
  it('is a list, even of one', async () =>
    expect(await read({ status: 'open' })).toEqual({ status: ['open'] }));
  it('takes repeated values', async () =>
    expect(await read({ status: ['open', 'closed'] })).toEqual({ status: ['open', 'closed'] }));
  it('counts a value once, however often it is repeated', async () =>
    expect(await read({ status: ['open', 'closed', 'open'] })).toEqual({ status: ['open', 'closed'] }));
  it.each([[''], ['Open'], ['open,closed'], [['open', 'x']], [[['open']]]])('is not %j', async (status) =>
    expect(await wrong({ status })).toEqual(['?status']),
  );
});

describe('a choice of one', () => {
  it('says what may be chosen', async () =>
    expect(await complaints(Query, { sort: 'x' }, 'query')).toEqual([
      { pointer: '?sort', detail: 'Sort must be one of: -id, id.' },
    ]));
  it.each([[''], ['ID'], [['id', 'id']], ['constructor']])('is not %j', async (sort) =>
    expect(await wrong({ sort })).toEqual(['?sort']),
  );
});

describe('a whole number', () => {
  it.each([
    ['1', 1],
    ['100', 100],
  ])('"%s" is %i', async (limit, number) => expect(await read({ limit })).toEqual({ limit: number }));
  it.each([['0'], ['101'], ['-1'], ['abc'], ['1.5'], ['1e1'], ['0x10'], [''], [' 5'], ['9'.repeat(400)]])(
    'is not %j',
    async (limit) => expect(await wrong({ limit })).toEqual(['?limit']),
  );
  it('is not said twice', async () => expect(await wrong({ limit: ['1', '2'] })).toEqual(['?limit']));
});

describe('an id or a word', () => {
  it.each([
    ['me', 'me'],
    ['none', 'none'],
    ['7', 7],
  ])('%s is %j', async (who, value) => expect(await read({ who })).toEqual({ who: value }));
  it.each([['0'], ['-1'], ['2147483648'], ['nobody'], ['ME'], [''], ['1.5'], [['me', '7']]])(
    'is not %j',
    async (who) => expect(await wrong({ who })).toEqual(['?who']),
  );
});

describe('a moment', () => {
  it.each([
    '2026-11-24',
    '2024-02-29',
    '2026-11-24T09:30Z',
    '2026-11-24T09:30:15Z',
    '2026-11-24T09:30:15.123456+01:00',
    '9999-12-31T23:59:59-12:00',
  ])('may be %s', async (after) => expect(await read({ after })).toEqual({ after }));
  it.each([
    ['a day that no calendar has', '2026-02-31'],
    ['29 February of another year', '2026-02-29'],
    ['31 November, with a time', '2026-11-31T00:00:00Z'],
    ['month 13', '2026-13-01'],
    ['day 0', '2026-01-00'],
    ['25 o’clock', '2026-01-01T25:00Z'],
    ['without a zone: whose midnight?', '2026-11-24T09:30'],
    ['with a space', '2026-11-24 09:30Z'],
    ['a word', 'yesterday'],
    ['a number', '1764000000'],
    ['year 0, which came before year 1 in no calendar', '0000-01-01'],
    ['a zone that nobody lives in', '2026-11-24T09:30:15+23:00'],
    ['five digits of year', '12026-01-01'],
    ['something after it', "2026-11-24'; drop table tickets"],
    ['nothing', ''],
  ])('is not %s', async (_, after) => expect(await wrong({ after })).toEqual(['?after']));
  it('is not said twice', async () =>
    expect(await wrong({ after: ['2026-11-24', '2026-11-25'] })).toEqual(['?after']));
});

describe('words', () => {
  it('are trimmed', async () => expect(await read({ q: '  ab ' })).toEqual({ q: 'ab' }));
  it('that are only white space are no filter', async () =>
    expect((await read({ q: '  \t ' })).q).toBeUndefined());
  it('may be five emoji', async () => expect(await wrong({ q: '😀'.repeat(5) })).toEqual([]));
  it.each([
    ['too long', 'abcdef'],
    ['a NUL', 'a\u0000'],
    ['half a surrogate pair', '\ud800'],
    ['said twice', ['a', 'b']],
  ])('are not %s', async (_, q) => expect(await wrong({ q })).toEqual(['?q']));
});

describe('a cursor', () => {
  it('looks like one', async () => expect(await wrong({ cursor: 'WzFd.c2lnbmF0dXJl' })).toEqual([]));
  it.each([[''], ['a b'], ['a/b'], ['x'.repeat(2_001)], [['a', 'b']]])('is not %j', async (cursor) =>
    expect(await wrong({ cursor })).toEqual(['?cursor']),
  );
});
