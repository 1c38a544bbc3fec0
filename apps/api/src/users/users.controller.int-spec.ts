import type { UserRef } from '@ticketing/contracts';
import { makeAdmin, makeUser, type Person } from '../../test/make.js';
import { startApi, type TestApi } from '../../test/start-api.js';
import { idsOf, walk } from '../../test/walk.js';

let api: TestApi;
let admin: Person;
let people: Record<string, Person>;

beforeAll(async () => {
  api = await startApi();
  admin = await makeAdmin(api, { first: 'Zoe', last: 'Adams' });
  const ada = await makeUser(api, { first: 'Ada', last: 'Lovelace' });
  const percent = await makeUser(api, { first: '100%', last: 'Real' });
  const underscore = await makeUser(api, { first: 'Under_score', last: 'X' });
  const backslash = await makeUser(api, { first: 'Back\\slash', last: 'X' });
  const closed = await makeUser(api, { first: 'Ada', last: 'Closed' });
  people = { ada, percent, underscore, backslash };
  await api.db.client.query('update users set is_active = false where id = $1', [closed.id]);
});
afterAll(() => api.stop());

const namesFor = async (query: string): Promise<string[]> =>
  (await api.as(admin).get(`/api/users/?${query}`)).body.results.map(({ name }: UserRef) => name);

describe('GET /api/users/', () => {
  it('lists active people by name, without their addresses', async () => {
    const { status, body } = await api.as(admin).get('/api/users/');
    expect(status).toBe(200);
    expect(body.results.map(({ name }: UserRef) => name)).toEqual([
      '100% Real',
      'Ada Lovelace',
      'Back\\slash X',
      'Under_score X',
      'Zoe Adams',
    ]);
    expect(body.results[1]).toEqual({
      id: people['ada']!.id,
      name: 'Ada Lovelace',
      role: 'user',
      avatar: null,
    });
    expect(JSON.stringify(body)).not.toContain('@');
  });
  it.each([
    ['role=admin', ['Zoe Adams']],
    ['q=ada', ['Ada Lovelace', 'Zoe Adams']],
    ['q=LOVE', ['Ada Lovelace']],
    ['q=a%20l', ['Ada Lovelace']],
    ['q=%25', ['100% Real']],
    ['q=_', ['Under_score X']],
    ['q=%5C', ['Back\\slash X']],
    ['q=nobody', []],
    ['role=user&q=adams', []],
  ])('?%s finds %j', async (query, names) => expect(await namesFor(query)).toEqual(names));

  it.each([1, 2, 4, 5, 100])('in pages of %i shows everybody once', async (limit) => {
    const pages = await walk<UserRef>(api.as(admin), `/api/users/?limit=${limit}`);
    const [everybody] = await walk<UserRef>(api.as(admin), '/api/users/?');
    expect(idsOf(pages)).toEqual(everybody!.results.map(({ id }) => id));
    expect(pages).toHaveLength(Math.ceil(5 / limit));
  });
  it('shows people of the same name once each', async () => {
    const twins = await Promise.all(
      Array.from({ length: 3 }, () => makeUser(api, { first: 'Twin', last: 'Same' })),
    );
    const pages = await walk<UserRef>(api.as(admin), '/api/users/?q=twin&limit=1');
    expect(idsOf(pages)).toEqual(twins.map(({ id }) => id).sort((a, b) => a - b));
  });

  it.each(['role=root', 'limit=0', 'limit=101', 'limit=abc', 'cursor=made.up', `q=${'x'.repeat(201)}`])(
    '400 for ?%s',
    async (query) => {
      const { status, body } = await api.as(admin).get(`/api/users/?${query}`);
      expect([status, body.errors[0].pointer]).toEqual([400, `?${query.split('=')[0]}`]);
    },
  );
  it('400 for a cursor of another search', async () => {
    const { body } = await api.as(admin).get('/api/users/?limit=1');
    expect((await api.as(admin).get(`/api/users/?limit=1&q=a&cursor=${body.next_cursor}`)).status).toBe(400);
  });
  it('401 without a token', async () => expect((await api.get('/api/users/')).status).toBe(401));
  it('403 for users', async () => expect((await api.as(people['ada']!).get('/api/users/')).status).toBe(403));
});
