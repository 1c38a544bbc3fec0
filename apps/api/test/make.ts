import { randomUUID } from 'node:crypto';
import { hash } from '@node-rs/argon2';
import type {
  AddCommentRequest,
  CommentView,
  CreateTicketRequest,
  RegisterRequest,
  Role,
  SessionView,
  TagView,
  TicketView,
} from '@ticketing/contracts';
import { AccessTokens } from '../src/auth/access-tokens.js';
import { SessionsService } from '../src/auth/sessions.service.js';
import { Database } from '../src/platform/database/database.js';
import type { TestApi } from './start-api.js';

/** Somebody with an account and a live session. */
export interface Person {
  id: number;
  email: string;
  role: Role;
  sessionId: string;
  token: string;
}

let made = 0;

/** A real hash, made once: nobody signs in with it. */
const unknownPassword = hash(randomUUID());

/**
 * Makes an account and signs it in, straight in the tables: hashing passwords would take most of a test's time.
 * Tests of signing in use the endpoints.
 */
export async function makePerson(
  api: TestApi,
  role: Role,
  names: { first?: string; last?: string } = {},
): Promise<Person> {
  made += 1;
  const email = `person-${made}-${randomUUID().slice(0, 8)}@example.com`;
  const { rows } = await api.db.client.query(
    `insert into users (role, email, email_canonical, first_name, last_name, password_hash)
     values ($1, $2, $2, $3, $4, $5) returning id`,
    [role, email, names.first ?? 'Person', names.last ?? String(made), await unknownPassword],
  );
  const sessionId = randomUUID();
  await api.db.client.query(
    `insert into sessions (id, user_id, expires_at) values ($1, $2, now() + interval '1 day')`,
    [sessionId, rows[0].id],
  );
  return {
    id: rows[0].id,
    email,
    role,
    sessionId,
    token: api.app.get(AccessTokens).sign(rows[0].id, sessionId),
  };
}

export const makeUser = (api: TestApi, names = {}) => makePerson(api, 'user', names);
export const makeAdmin = (api: TestApi, names = {}) => makePerson(api, 'admin', names);

/** Another session of the person, as a sign-in opens it. */
export async function openSession(
  api: TestApi,
  person: Person,
): Promise<{ token: string; refreshToken: string }> {
  const device = { userAgent: null, ip: null };
  const { sessionId, refreshToken } = await api.app
    .get(Database)
    .transaction((tx) => api.app.get(SessionsService).open(tx, person.id, device));
  return { token: api.app.get(AccessTokens).sign(person.id, sessionId), refreshToken };
}

/** Opens a ticket as the person, through the API. */
export async function makeTicket(
  api: TestApi,
  requester: Person,
  fields: Partial<CreateTicketRequest> = {},
): Promise<TicketView> {
  const body = {
    title: 'Printer on fire',
    description: 'Smoke.',
    category: 'bug',
    priority: 'medium',
    ...fields,
  };
  const answer = await api.as(requester).post('/api/tickets/', body);
  if (answer.status !== 201) throw new Error(JSON.stringify(answer.body));
  return answer.body;
}

/** Makes a tag as the admin, through the API. */
export async function makeTag(api: TestApi, admin: Person, name: string, color = 'teal'): Promise<TagView> {
  const answer = await api.as(admin).post('/api/admin/tags/', { name, color });
  if (answer.status !== 201) throw new Error(JSON.stringify(answer.body));
  return answer.body;
}

/** Comments as the person, through the API. */
export async function makeComment(
  api: TestApi,
  author: Person,
  ticketId: number,
  fields: Partial<AddCommentRequest> = {},
): Promise<CommentView> {
  const answer = await api
    .as(author)
    .post(`/api/tickets/${ticketId}/add_comment/`, { content: 'Noted.', ...fields });
  if (answer.status !== 201) throw new Error(JSON.stringify(answer.body));
  return answer.body;
}

/** An account made by the endpoint, with the password to sign in with and its first session. */
export interface Account {
  id: number;
  email: string;
  password: string;
  session: SessionView;
}

export async function makeAccount(api: TestApi, fields: Partial<RegisterRequest> = {}): Promise<Account> {
  const email = `account-${randomUUID().slice(0, 8)}@example.com`;
  const body = {
    email,
    password: 'correct horse battery',
    first_name: 'Ada',
    last_name: 'Lovelace',
    ...fields,
  };
  const answer = await api.post('/api/auth/register/', body);
  if (answer.status !== 201) throw new Error(JSON.stringify(answer.body));
  return { id: answer.body.user.id, email: body.email, password: body.password, session: answer.body };
}

/** The same as a signed-in person. */
export async function makeRegistered(api: TestApi, email = `${randomUUID()}@example.com`): Promise<Person> {
  const { id, session } = await makeAccount(api, { email, password: PASSWORD });
  const token = session.access_token;
  const { sid } = JSON.parse(Buffer.from(token.split('.')[1]!, 'base64url').toString());
  return { id, email, role: 'user', sessionId: sid, token };
}

/** The password of everybody that `makeRegistered` makes. */
export const PASSWORD = 'correct horse battery';
