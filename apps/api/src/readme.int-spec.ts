import { readFileSync } from 'node:fs';
import { runCurl } from '../test/curl.js';
import { makeAdmin, makeUser } from '../test/make.js';
import { startApi, type TestApi } from '../test/start-api.js';

const README = readFileSync('README.md', 'utf8');
const blocks = (language: string) =>
  [...README.matchAll(new RegExp(`\`\`\`${language}\\n([\\s\\S]*?)\`\`\``, 'g'))].map(([, text]) => text!);

let api: TestApi;
beforeAll(async () => {
  api = await startApi();
});
afterAll(() => api.stop());

/** Names and kinds of all fields: values (ids, times) differ from run to run. */
function shapeOf(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(shapeOf);
  if (value === null || typeof value !== 'object') return value === null ? 'null' : typeof value;
  return Object.fromEntries(Object.entries(value).map(([name, field]) => [name, shapeOf(field)]));
}

it('the three calls of the README answer as it says', async () => {
  const [ada, admin] = [await makeUser(api), await makeAdmin(api)];
  const [create, updateStatus, addComment] = blocks('sh').map((text) => text.trim());
  const documented = blocks('json').map((text) => JSON.parse(text));

  const created = await runCurl(api.as(ada), create!);
  expect(created.status).toBe(201);
  const here = (call: string) => call.replaceAll('/tickets/9/', `/tickets/${created.body.id}/`);
  const moved = await runCurl(api.as(admin), here(updateStatus!));
  expect(moved.status).toBe(200);
  const commented = await runCurl(api.as(admin), here(addComment!));
  expect(commented.status).toBe(201);

  expect([created, moved, commented].map(({ body }) => shapeOf(body))).toEqual(documented.map(shapeOf));
  expect(moved.body).toMatchObject({ status: documented[1].status, can: documented[1].can });
  expect(created.body).toMatchObject({ status: documented[0].status, can: documented[0].can });
});
