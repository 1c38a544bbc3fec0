import { startApi, type TestApi } from '../../../test/start-api.js';
import { Schedules } from './schedules.js';

let api: TestApi;
let runs = 0;
let fault: Error | undefined;
beforeAll(async () => {
  api = await startApi();
  const run = async () => {
    runs += 1;
    if (fault) throw fault;
  };
  api.app.get(Schedules).register({ name: 'sweep-the-floor', everyMs: 3_600_000, run });
});
afterAll(() => api.stop());
beforeEach(async () => {
  runs = 0;
  fault = undefined;
  await api.app.get(Schedules).due();
  await api.db.client.query(`update schedules set next_run_at = now(), rung_at = null where name = $1`, [
    'sweep-the-floor',
  ]);
});

const run = () => api.app.get(Schedules).run('sweep-the-floor');
const dueNames = async () => (await api.app.get(Schedules).due()).map(({ work }) => work.key);
const row = async () =>
  (await api.db.client.query(`select * from schedules where name = 'sweep-the-floor'`)).rows[0];

describe('what is done by the clock', () => {
  it('is told to the queue when it is due, and not again at once', async () => {
    expect(await dueNames()).toContain('sweep-the-floor');
    expect(await dueNames()).not.toContain('sweep-the-floor');
  });
  it('is done by one of five processes that want to', async () => {
    await Promise.all([run(), run(), run(), run(), run()]);
    expect(runs).toBe(1);
  });
  it('is not done again before its time', async () => {
    await run();
    await run();
    expect(runs).toBe(1);
    expect(await dueNames()).not.toContain('sweep-the-floor');
  });
  it('keeps why it failed, until it succeeds', async () => {
    fault = new Error('no broom');
    await run();
    expect((await row()).last_error).toBe('no broom');
    fault = undefined;
    await api.db.client.query(`update schedules set next_run_at = now()`);
    await run();
    expect((await row()).last_error).toBeNull();
  });
  it('is nothing to those who do not know it any more', async () => {
    await api.db.client.query(`insert into schedules (name) values ('wind-the-clock')`);
    expect(await dueNames()).not.toContain('wind-the-clock');
    await expect(api.app.get(Schedules).run('wind-the-clock')).resolves.toBeUndefined();
  });
});
