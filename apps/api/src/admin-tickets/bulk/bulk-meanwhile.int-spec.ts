import type { BulkTicketChange } from '@ticketing/contracts';
import { makeAdmin, makeComment, makeTag, makeTicket, makeUser, type Person } from '../../../test/make.js';
import { startApi, type TestApi } from '../../../test/start-api.js';

let api: TestApi;
let ada: Person;
let root: Person;
let bob: Person;
let cleo: Person;
beforeAll(async () => {
  api = await startApi();
  ada = await makeUser(api);
  for (const admin of [1, 2, 3]) [root, bob, cleo] = [bob, cleo, await makeAdmin(api, { last: `${admin}` })];
});
afterAll(() => api.stop());

const BULK = '/api/admin/tickets/bulk/';
const bulk = (ids: number[], change: BulkTicketChange) => api.as(root).post(BULK, { ids, change });
const undo = (id: number) => api.as(root).post(`${BULK}${id}/undo/`);
const makeOne = async () => (await makeTicket(api, ada)).id;

/** Somebody is renamed, which locks all admins, as often as the other thing is done. */
async function whileRenaming(act: (round: number) => Promise<number>): Promise<number[]> {
  const rename = async (round: number) =>
    (await api.as(root).patch(`/api/admin/users/${ada.id}/`, { first_name: `Ada ${round}` })).status;
  const rounds = Array.from({ length: 20 }, (_, round) => round);
  return Promise.all(rounds.flatMap((round) => [act(round), rename(round)]));
}

describe('while accounts change', () => {
  it('tickets are assigned, and nobody is refused because both wait for each other', async () => {
    const ids = await Promise.all(Array.from({ length: 20 }, makeOne));
    const answers = await whileRenaming(
      async (round) => (await bulk([ids[round]!], { assigned_to: cleo.id })).status,
    );
    expect(new Set(answers)).toEqual(new Set([200]));
  });
  it('tickets of several admins go back to them', async () => {
    const changes = await Promise.all(
      Array.from({ length: 20 }, async () => {
        const ids = [await makeOne(), await makeOne()] as const;
        await bulk([ids[0]], { assigned_to: cleo.id });
        await bulk([ids[1]], { assigned_to: bob.id });
        return (await bulk([...ids], { assigned_to: null })).body.id as number;
      }),
    );
    const answers = await whileRenaming(async (round) => (await undo(changes[round]!)).status);
    expect(new Set(answers)).toEqual(new Set([200]));
  });
});

describe('a ticket that was restored', () => {
  it.each([
    ['its requester wrote', () => ada, {}],
    ['an admin noted', () => bob, { is_internal: true }],
  ])('is not deleted again by taking that back when %s something since', async (_, author, fields) => {
    const id = await makeOne();
    await bulk([id], { is_deleted: true });
    const { body } = await bulk([id], { is_deleted: false });
    await makeComment(api, author(), id, fields);
    expect((await undo(body.id)).body).toMatchObject({
      restored: [],
      left: [{ id, reason: 'It was changed since.' }],
    });
  });
});

it('a tag that was put on and taken back does not come back with the tag, deleted and restored meanwhile', async () => {
  const [id, tag] = [await makeOne(), await makeTag(api, root, 'Printer')];
  const { body } = await bulk([id], { add_tags: [tag.id] });
  await api.as(root).delete(`/api/admin/tags/${tag.id}/`);
  expect((await undo(body.id)).body.restored).toEqual([id]);
  await api.as(root).post(`/api/admin/tags/${tag.id}/restore/`);
  expect((await api.as(root).get(`/api/tickets/${id}/`)).body.tags).toEqual([]);
});
