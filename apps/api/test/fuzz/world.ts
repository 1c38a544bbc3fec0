import { createHash } from 'node:crypto';
import {
  makeAccount,
  makeAdmin,
  makeComment,
  makeTicket,
  makeUser,
  openSession,
  PASSWORD,
  type Person,
} from '../make.js';
import type { Requests, TestApi } from '../start-api.js';
import type { Familiar } from './arbitraries.js';
import {
  CALLS,
  CHANGED_INTEGRATIONS,
  JIRA,
  JOB,
  NEW_INTEGRATIONS,
  renewIntegrations,
  WEBHOOK,
} from './integrations.js';
import type { Operation } from './operations.js';

/** Refresh tokens that are good: rows for them are made beforehand. */
const REFRESH_TOKENS = Array.from({ length: 40 }, (_, i) => `fuzz-refresh-token-${i}`);

/** Ids of templates that are there again whenever the world is renewed; the last one is deleted. */
const TEMPLATES = [1_000_001, 1_000_002, 1_000_003];

/** The same of tags. */
const TAGS = [2_000_001, 2_000_002, 2_000_003];

/** Words that open something, so that the requests come further than the first check. */
export const FAMILIAR: Familiar = {
  refresh_token: REFRESH_TOKENS,
  email: [
    'ada@example.com',
    'Ada@Example.COM ',
    'nobody@example.com',
    'eve@b\u00fccher.example',
    'bob@localhost',
  ],
  password: [PASSWORD],
  integration_id: [JIRA],
  'POST /api/admin/integrations': NEW_INTEGRATIONS,
  'PATCH /api/admin/integrations/{id}': CHANGED_INTEGRATIONS,
  'POST /api/admin/users': [
    { email: 'guest@example.com', first_name: 'Gil', last_name: 'Guest' },
    { email: 'guest@example.org', first_name: 'Gil', last_name: 'Guest', role: 'admin' },
  ],
  'PATCH /api/admin/users/{id}': [{ first_name: 'Ida' }, { role: 'admin' }, { is_active: false }],
  'PATCH /api/admin/tickets/{id}': [{ priority: 'high' }, { title: 'Printer', status: 'in_progress' }],
  'PATCH /api/tickets/{id}/update_status': [
    { status: 'in_progress' },
    { status: 'resolved', admin_feedback: 'Done.' },
  ],
  current_password: [PASSWORD],
  template_id: [TEMPLATES[0]],
  ids: [[TEMPLATES[0]], [TEMPLATES[1], TEMPLATES[0]]],
  tags: [[], [TAGS[0]], [TAGS[0], TAGS[1]]],
  tag: TAGS,
  assigned_to: [1, 2, null, 'me', 'none'],
  change: [{ priority: 'low' }, { status: 'resolved', admin_feedback: 'Done.' }, { is_deleted: true }],
  path: ['/api/admin/tickets/export/?status=open', '/api/admin/tickets/export/?q=printer&sort=-id'],
  preferences: [[{ kind: 'comment_added', channel: 'email', enabled: false }]],
  created_after: ['2026-01-01', '2026-11-24T09:00:00Z'],
  updated_before: ['2030-01-01', '2026-11-24T09:00:00.123456+01:00'],
};

/** After these the person who asked may be signed out, demoted or shut out. */
const ENDS_SOMEBODY = /logout|change_password|sessions|users\/|integrations\/\{id\}|quarantine/;
/** What an id in a path is of, by a part of the path; everything else is about tickets. */
const KINDS = [
  ['/bulk/', 'bulk'],
  ['/notifications/', 'notification'],
  ['/integrations/', 'integration'],
  ['/jobs/', 'job'],
  ['/users/', 'user'],
  ['/sessions/', 'session'],
  ['/templates/', 'template'],
  ['/tags/', 'tag'],
  ['/quarantine/', 'mail'],
  ['/admin/comments/', 'comment'],
] as const;
type Kind = 'ticket' | (typeof KINDS)[number][1];

/** Tickets get closed and deleted on the way: new ones after so many requests. */
const FRESH_FOR = 60;

export const WHO = ['anonymous', 'user', 'admin'] as const;
export type WhoAsks = (typeof WHO)[number];

/** The people and things that the fuzzed requests are about. */
export class FuzzWorld {
  private user!: Person;
  private admin!: Person;
  private ids: Record<Kind, (string | number)[]> = {
    integration: [],
    job: [],
    mail: [],
    ticket: [],
    session: [],
    user: [],
    notification: [],
    template: TEMPLATES,
    tag: TAGS,
    comment: [],
    bulk: [],
  };
  private used = 0;

  private constructor(private readonly api: TestApi) {}

  static async make(api: TestApi): Promise<FuzzWorld> {
    const world = new FuzzWorld(api);
    await makeAccount(api, { email: 'ada@example.com', password: PASSWORD });
    const { sessionId } = await makeUser(api);
    for (const token of REFRESH_TOKENS) {
      await api.db.client.query(
        `insert into refresh_tokens (token_hash, session_id, expires_at) values ($1, $2, now() + interval '1 day')`,
        [createHash('sha256').update(token).digest(), sessionId],
      );
    }
    await world.renew();
    return world;
  }

  as(who: WhoAsks): Requests {
    return who === 'anonymous' ? this.api : this.api.as(this[who]);
  }

  /** The n-th thing that the path is about. */
  idFor({ path }: Operation, n: number, name: string): string | number {
    if (name === 'token') return 'made-up-token';
    if (name === 'callId') return CALLS[n % CALLS.length]!;
    if (name === 'sessionId') return this.ids.session[n % this.ids.session.length]!;
    const [, kind = 'ticket'] = KINDS.find(([part]) => path.includes(part)) ?? [];
    return this.ids[kind][n % this.ids[kind].length]!;
  }

  /** Looks after the people and things once a request was answered. */
  async settle({ method, path }: Operation, status: number): Promise<void> {
    this.used += 1;
    const isOver = status < 400 && method !== 'get' && ENDS_SOMEBODY.test(path);
    if (isOver || this.used >= FRESH_FOR) await this.renew();
  }

  private async renew(): Promise<void> {
    this.used = 0;
    [this.user, this.admin] = [await makeUser(this.api), await makeAdmin(this.api)];
    const { user, admin, api } = this;
    await openSession(api, user);
    // hashing PASSWORD each time would take most of the run
    await api.db.client.query(
      `update users set password_hash = (select password_hash from users where email = 'ada@example.com')
        where id in ($1, $2)`,
      [user.id, admin.id],
    );
    await this.renewTemplates();
    await this.renewTags();
    const tickets = [];
    for (const requester of [user, user, user, user, admin]) tickets.push(await makeTicket(api, requester));
    const ids = tickets.map(({ id }) => id);
    await api.as(admin).patch(`/api/tickets/${ids[1]}/update_status/`, { status: 'resolved' });
    await api.as(admin).delete(`/api/tickets/${ids[2]}/`);
    const { rows } = await api.db.client.query<{ id: string }>(
      'select id from sessions where user_id in ($1, $2)',
      [user.id, admin.id],
    );
    const { rows: told } = await api.db.client.query<{ id: number }>(
      `insert into notifications (user_id, event_id, ticket_id, kind)
       select u.id, e.id, e.ticket_id, 'status_changed' from events e, users u
        where e.ticket_id = any($1) and u.id = any($2) returning id`,
      [ids, [user.id, admin.id]],
    );
    await renewIntegrations(api);
    const comments = [];
    for (const by of [user, admin, user])
      comments.push(await makeComment(api, by, by === user ? ids[0]! : ids[4]!));
    await api.as(admin).delete(`/api/admin/comments/${comments[2]!.id}/`);
    this.ids = {
      integration: [WEBHOOK, WEBHOOK, JIRA],
      job: [JOB],
      ticket: ids,
      session: rows.map(({ id }) => id),
      user: [user.id, admin.id, 1],
      mail: await this.holdMails(),
      template: TEMPLATES,
      tag: TAGS,
      comment: comments.map(({ id }) => id),
      bulk: [await this.changeMany(ids.slice(0, 2))],
      notification: told.map(({ id }) => id),
    };
  }

  /** A change of many tickets that can be taken back. */
  private async changeMany(ids: number[]): Promise<number> {
    const body = { ids, change: { priority: 'urgent' } };
    return (await this.api.as(this.admin).post('/api/admin/tickets/bulk/', body)).body.id;
  }

  /** Mails that wait for a decision. */
  private async holdMails(): Promise<number[]> {
    const { rows } = await this.api.db.client.query<{ id: number }>(
      `insert into inbound_mails (source, sha256, size, raw, state, verdict, reason, sender)
       select 'http', gen_random_uuid()::text, 1, convert_to(format(E'From: %s\\nSubject: Fuzz\\n\\nText', a), 'UTF8'),
         'quarantined', 'quarantine', 'unknown_sender', a
         from (select gen_random_uuid() || '@example.net' as a from generate_series(1, 3)) addresses
       returning id`,
    );
    return rows.map(({ id }) => id);
  }

  private async renewTags(): Promise<void> {
    const { client } = this.api.db;
    await client.query('delete from tags');
    await client.query(
      `insert into tags (id, name, name_key, color, description, created_at, updated_at, deleted_at)
         overriding system value
       select id, id, id, 'teal', '', now(), now(), case when id = $2 then now() end from unnest($1::int[]) id`,
      [TAGS, TAGS.at(-1)],
    );
  }

  private async renewTemplates(): Promise<void> {
    const { client } = this.api.db;
    await client.query('delete from ticket_templates');
    await client.query(
      `insert into ticket_templates (id, name, name_key, title, description, category, priority, is_active, position,
         created_at, updated_at, deleted_at) overriding system value
       select id, id, id, '', '', 'bug', 'low', true, 1, now(), now(), case when id = $2 then now() end
         from unnest($1::int[]) id`,
      [TEMPLATES, TEMPLATES.at(-1)],
    );
  }
}
