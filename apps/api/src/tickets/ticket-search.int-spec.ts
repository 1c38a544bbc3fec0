import type { TicketSummary } from '@ticketing/contracts';
import { makeAdmin, makeComment, makeTicket, makeUser, type Person } from '../../test/make.js';
import { startApi, type TestApi } from '../../test/start-api.js';

let api: TestApi;
let ada: Person;
let eve: Person;
let admin: Person;
let id: number;

beforeAll(async () => {
  api = await startApi();
  [ada, eve, admin] = await Promise.all([makeUser(api), makeUser(api), makeAdmin(api)]);
  const fields = {
    title: 'Printer burns in Zürich',
    description: "O'Neil saw C:\\temp\\x and wi-fi 打印机 fail",
  };
  ({ id } = await makeTicket(api, ada, fields));
  await makeComment(api, ada, id, { content: 'The extinguisher is empty' });
  await makeComment(api, admin, id, { content: 'Customer is litigious', is_internal: true });
  await makeTicket(api, eve, { title: 'Something else', description: 'Nothing to see' });
});
afterAll(() => api.stop());

const finds = async (person: Person, q: string): Promise<boolean> => {
  const { status, body } = await api.as(person).get(`/api/tickets/?q=${encodeURIComponent(q)}`);
  if (status !== 200) throw new Error(JSON.stringify(body));
  expect(body.total).toBe(body.results.length);
  return body.results.some((ticket: TicketSummary) => ticket.id === id);
};

describe('a search', () => {
  it.each([
    ['a word of the title', 'printer'],
    ['a word of the description', 'fail'],
    ['a word of a comment', 'extinguisher'],
    ['the beginning of a word', 'exting'],
    ['a word in capitals', 'PRINTER'],
    ['an umlaut in capitals', 'ZÜRICH'],
    ['words of title and description together', 'printer fail'],
    ['words in another order', 'burns printer'],
    ['a word with an apostrophe', "o'neil"],
    ['a word with a hyphen', 'wi-fi'],
    ['a path', 'c:\\temp\\x'],
    ['a word of another script', '打印机'],
  ])('finds %s: %s', async (_, q) => expect(await finds(ada, q)).toBe(true));

  it.each([
    ['a word that is nowhere', 'scanner'],
    ['the end of a word', 'rinter'],
    ['one word that is there and one that is not', 'printer scanner'],
    ['words that stand in different texts', 'printer extinguisher'],
    ['operators as what they mean', 'printer | scanner'],
    ['nothing but punctuation', "' & | ! ( ) : * \\ <->"],
    ['an attempt to end the quoting', "q':* | 'printer"],
  ])('does not find %s', async (_, q) => expect(await finds(ada, q)).toBe(false));

  it('does not find for the requester what only admins may read', async () => {
    expect(await finds(ada, 'litigious')).toBe(false);
    expect(await finds(admin, 'litigious')).toBe(true);
  });
  it("does not find other people's tickets", async () => expect(await finds(eve, 'printer')).toBe(false));
  it('finds the new title and not the old one', async () => {
    const ticket = await makeTicket(api, ada, { title: 'Zeppelin lands' });
    await api.as(ada).patch(`/api/tickets/${ticket.id}/`, { title: 'Balloon lands' });
    const of = async (q: string) => (await api.as(ada).get(`/api/tickets/?q=${q}`)).body.total;
    expect([await of('balloon'), await of('zeppelin')]).toEqual([1, 0]);
  });
  it('does not find a deleted ticket, until it is restored', async () => {
    const ticket = await makeTicket(api, ada, { title: 'Submarine leaks' });
    const total = async () => (await api.as(admin).get('/api/tickets/?q=submarine')).body.total;
    await api.as(admin).delete(`/api/tickets/${ticket.id}/`);
    expect(await total()).toBe(0);
    await api.as(admin).post(`/api/tickets/${ticket.id}/restore/`);
    expect(await total()).toBe(1);
  });
  it('takes the longest words and texts that there may be', async () => {
    const description = '打'.repeat(20_000);
    const ticket = await makeTicket(api, ada, { title: 'x'.repeat(200), description });
    const { body } = await api.as(ada).get(`/api/tickets/?q=${'x'.repeat(200)}`);
    expect(body.results[0].id).toBe(ticket.id);
    expect((await api.as(ada).get(`/api/tickets/?q=${encodeURIComponent('打'.repeat(200))}`)).status).toBe(
      200,
    );
  });
});
