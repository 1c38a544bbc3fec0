import fc from 'fast-check';
import { openApiDocument } from '../src/platform/http/swagger.js';
import { AnswerJudge } from './fuzz/answers.js';
import { type FuzzRequest, requestTo } from './fuzz/arbitraries.js';
import { addressOf } from './fuzz/address.js';
import { type Operation, operationsIn } from './fuzz/operations.js';
import { FAMILIAR, FuzzWorld, WHO, type WhoAsks } from './fuzz/world.js';
import { LOCAL } from './integrations.js';
import { type Answer, startApi } from './start-api.js';

/** At least so many requests in all; each generated request is sent by everybody in turn. */
const REQUESTS = Math.max(8_000, Number(process.env['FUZZ_REQUESTS'] ?? 0));
const SEED = Number(process.env['FUZZ_SEED'] ?? 20_261_124);
const LONGEST_MS = 600_000;

// before the tests are named: their names come from the document
const api = await startApi(LOCAL); // integrations may fail at once, on 127.0.0.1
const document = openApiDocument(api.app);
const operations = operationsIn(document);
const judge = new AnswerJudge(document);
const world = await FuzzWorld.make(api);
afterAll(async () => {
  process.stdout.write(`${summary()}\n`);
  await api.stop();
});

const started = performance.now();
const seen = new Map<string, number[]>(operations.map(({ title }) => [title, []]));

function summary(): string {
  const statuses = [...seen.values()].flat();
  const classes = [2, 4, 5].map((first) => {
    const count = statuses.filter((status) => Math.floor(status / 100) === first).length;
    return `${first}xx ${count}`;
  });
  const seconds = Math.round((performance.now() - started) / 1_000);
  return `fuzz: ${statuses.length} requests to ${operations.length} operations, ${classes.join(', ')}, seed ${SEED}, ${seconds} s`;
}

async function send(operation: Operation, request: FuzzRequest, who: WhoAsks): Promise<Answer> {
  const address = addressOf(operation, request, (n, name) => world.idFor(operation, n, name));
  const { body, headers } = request;
  const isRaw = typeof body === 'string';
  const type: Record<string, string> = isRaw ? { 'content-type': 'application/json' } : {};
  const answer = await world.as(who)[operation.method](address, body, { ...headers, ...type });
  seen.get(operation.title)!.push(answer.status);
  await world.settle(operation, answer.status);
  return answer;
}

/** Needs a secret that only a mail, an authenticator app or another answer has: nobody succeeds by chance. */
const NEVER_BY_CHANCE = [
  'POST /api/auth/reset_password',
  'POST /api/auth/verify_email',
  'POST /api/auth/two_factor/enable',
  'POST /api/auth/two_factor/recovery_codes',
  'POST /api/auth/two_factor/disable',
  'POST /api/admin/users/{id}/disable_two_factor',
  'POST /api/ratings/look_up',
  'POST /api/ratings/by_link',
  'GET /api/downloads/{token}',
  'POST /api/inbound/mail',
];

describe('whatever is sent, by anybody, the answer is one that the document has', () => {
  const numRuns = Math.ceil(REQUESTS / operations.length / WHO.length);

  it.each(operations.map((operation) => ({ ...operation, operation })))(
    '$title',
    ({ operation }) =>
      fc.assert(
        fc.asyncProperty(requestTo(operation, FAMILIAR), async (request) => {
          for (const who of WHO) {
            const answer = await send(operation, request, who);
            const complaints = judge.complaints(operation, answer);
            expect({ who, status: answer.status, complaints }).toEqual({
              who,
              status: answer.status,
              complaints: [],
            });
          }
        }),
        { seed: SEED, numRuns },
      ),
    LONGEST_MS,
  );

  it('some requests got through everywhere, so that more than the first check was tried', () => {
    const refused = [...seen].filter(([, statuses]) => !statuses.some((status) => status < 300));
    expect(refused.map(([title]) => title)).toEqual(NEVER_BY_CHANCE);
  });

  it('all of it was at least as much as asked for, and nothing failed', () => {
    const statuses = [...seen.values()].flat();
    expect(statuses.length).toBeGreaterThanOrEqual(REQUESTS);
    expect(statuses.filter((status) => status >= 500)).toEqual([]);
  });
});
