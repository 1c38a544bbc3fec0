import { drain } from '../../test/drain.js';
import { makeTicket, makeUser } from '../../test/make.js';
import { startApi, type TestApi } from '../../test/start-api.js';

let api: TestApi;
beforeAll(async () => {
  api = await startApi();
  await makeTicket(api, await makeUser(api));
});
afterAll(() => api.stop());

describe('what happened is kept as it was', () => {
  it.each([
    'delete from events',
    `update events set data = '{}', type = 'ticket.edited'`,
    'update events set actor_id = null',
    'update events set is_internal = not is_internal',
    `update events set created_at = created_at - interval '1 hour'`,
    'update events set object_model = null, object_id = null',
  ])('by the database itself: %s', async (statement) => {
    await expect(api.db.client.query(statement)).rejects.toThrow(/neither changed nor deleted/);
  });
  it('while the relay gives each its position', async () => {
    await drain(api);
    const { rows } = await api.db.client.query('select 1 from events where position is null');
    expect(rows).toEqual([]);
  });
});
