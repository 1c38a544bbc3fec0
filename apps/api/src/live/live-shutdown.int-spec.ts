import { listenLive, readLive } from '../../test/live-reader.js';
import { makeComment, makeTicket, makeUser } from '../../test/make.js';
import { startApi, type TestApi } from '../../test/start-api.js';

describe('two API processes on one database', () => {
  let first: TestApi;
  let second: TestApi;
  beforeAll(async () => {
    first = await startApi();
    second = await startApi({}, { through: async () => first.db.url });
  });
  afterAll(async () => {
    await Promise.allSettled([first.app.close(), second.stop()]);
    await first.db.drop();
  });

  it('both tell of what one of them did, and a reader goes on from one at the other', async () => {
    const [one, two] = [await listenLive(first), await listenLive(second)];
    const ada = await makeUser(first);
    const { id } = await makeTicket(first, ada);
    const readers = [await readLive(one, ada), await readLive(two, ada)];
    await makeComment(first, ada, id);
    await Promise.all(readers.map((reader) => reader.heard(1)));
    const moved = await readLive(two, ada, readers[0]!.lastId());
    await makeComment(second, ada, id);
    await moved.heard(1);
    expect(moved.messages.map(({ event }) => event)).toEqual(['change']);
  });

  it('end their streams at once at a shutdown, so that it waits for none', async () => {
    const ada = await makeUser(first);
    const url = await second.app.getUrl();
    const readers = await Promise.all(Array.from({ length: 5 }, () => readLive(url, ada)));
    const before = performance.now();
    await second.app.close();
    expect(performance.now() - before).toBeLessThan(3_000);
    expect(readers.map((reader) => reader.isOver())).toEqual(Array(5).fill(true));
  });
});
