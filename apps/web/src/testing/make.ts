import type {
  CommentView,
  FieldChange,
  Me,
  NotificationView,
  Page,
  Problem,
  SessionInfo,
  SessionView,
  TagRef,
  TicketAbilities,
  TicketSummary,
  TicketTemplate,
  TicketView,
  TimelineEntry,
  UserRef,
} from '@ticketing/contracts';

/** Things as the API sends them. Tests name only the facts that matter to them. */

const NOON = '2026-11-24T12:00:00.000Z';

export function makePerson(facts: Partial<UserRef> = {}): UserRef {
  return { id: 3, name: 'Carla Customer', role: 'user', avatar: null, ...facts };
}

export const ADA: UserRef = makePerson({ id: 1, name: 'Ada Lovelace', role: 'admin' });
export const GRACE: UserRef = makePerson({ id: 2, name: 'Grace Hopper', role: 'admin' });
export const CARLA: UserRef = makePerson();

/** The signed-in person: a customer, unless said otherwise. */
export function makeMe(person: UserRef = CARLA): Me {
  const [first_name = '', last_name = ''] = person.name.split(' ');
  const team = person.role === 'admin';
  const me = {
    ...person,
    email: `${first_name.toLowerCase()}@example.com`,
    first_name,
    last_name,
    created_at: NOON,
    is_email_verified: true,
    has_two_factor: false,
    must_set_up_two_factor: false,
    can: { see_all_tickets: team, be_assigned: team, administer: team },
  };
  return me;
}

export function makeSession(facts: Partial<SessionView> = {}): SessionView {
  return { user: makeMe(), access_token: 'token-1', refresh_token: null, expires_in: 600, ...facts };
}

/** A sign-in on another device, unless said otherwise. */
export function makeSessionInfo(facts: Partial<SessionInfo> = {}): SessionInfo {
  return {
    id: '5f0c1d9e-0000-4000-8000-000000000001',
    is_current: false,
    created_at: NOON,
    last_used_at: NOON,
    user_agent: 'Mozilla/5.0 (X11; Linux x86_64; rv:150.0) Gecko/20100101 Firefox/150.0',
    ip: '203.0.113.9',
    ...facts,
  };
}

/** What a requester may do with an open ticket of theirs. */
export const REQUESTER_CAN: TicketAbilities = {
  edit: true,
  update_status: false,
  assign: false,
  comment: true,
  comment_internally: false,
  close: true,
  reopen: false,
  rate: false,
  delete: false,
  tag: false,
};

/** What an admin may do with any ticket. */
export const ADMIN_CAN: TicketAbilities = {
  edit: true,
  update_status: true,
  assign: true,
  comment: true,
  comment_internally: true,
  close: false,
  reopen: false,
  rate: false,
  delete: true,
  tag: true,
};

export function makeSummary(facts: Partial<TicketSummary> = {}): TicketSummary {
  return {
    id: 182,
    title: 'The printer hums',
    category: 'bug',
    priority: 'medium',
    status: 'open',
    user: CARLA,
    assigned_to: null,
    created_at: NOON,
    updated_at: NOON,
    resolved_at: null,
    comment_count: 0,
    latest_comment: null,
    tags: [],
    version: 1,
    can: ADMIN_CAN,
    ...facts,
  };
}

export function makeTicket(facts: Partial<TicketView> = {}): TicketView {
  return {
    ...makeSummary(),
    description: 'It hums, but prints nothing.',
    admin_feedback: null,
    first_response_at: null,
    closed_at: null,
    rating: null,
    comments: makePage([]),
    timeline: '/api/tickets/182/timeline/',
    ...facts,
  };
}

/** What a new ticket can start from. */
export function makeTemplate(facts: Partial<TicketTemplate> = {}): TicketTemplate {
  return {
    id: 5,
    name: 'Broken device',
    title: 'Broken: ',
    description: '**Which device?**',
    category: 'bug',
    priority: 'high',
    ...facts,
  };
}

/** A tag of the support team. */
export function makeTag(facts: Partial<TagRef> = {}): TagRef {
  return { id: 5, name: 'VIP', color: 'purple', ...facts };
}

export function makePage<T>(results: T[], facts: Partial<Page<T>> = {}): Page<T> {
  return { results, next_cursor: null, total: results.length, total_at_least: null, ...facts };
}

export function makeComment(facts: Partial<CommentView> = {}): CommentView {
  return {
    id: 1,
    ticket: 182,
    author: ADA,
    content: 'We look into it.',
    is_internal: false,
    source: null,
    created_at: NOON,
    updated_at: NOON,
    version: 1,
    can: { edit: false, delete: false },
    ...facts,
  };
}

/** An entry of the history: a comment. */
export function makeMessage(id: number, facts: Partial<CommentView> = {}): TimelineEntry {
  const comment = makeComment({ id, ...facts });
  return {
    id,
    type: 'comment.added',
    actor: comment.author,
    is_internal: comment.is_internal,
    created_at: comment.created_at,
    changes: [],
    comment,
    mail: null,
    score: null,
    closes_at: null,
  };
}

/** An entry of the history: changed fields. */
export function makeChange(id: number, ...changes: FieldChange[]): TimelineEntry {
  return {
    id,
    type: 'ticket.edited',
    actor: ADA,
    is_internal: false,
    created_at: NOON,
    changes,
    comment: null,
    mail: null,
    score: null,
    closes_at: null,
  };
}

/** What the bell tells: a comment of an admin, unread. */
export function makeNotification(facts: Partial<NotificationView> = {}): NotificationView {
  return {
    id: 1,
    kind: 'comment_added',
    ticket: { id: 182, title: 'The printer hums' },
    actor: ADA,
    excerpt: 'We look into it.',
    comment_id: 9,
    created_at: NOON,
    read_at: null,
    ...facts,
  };
}

export function makeProblem(
  status: number,
  detail: string,
  errors: Problem['errors'] = [],
  slug = 'test',
): Problem {
  return { type: `/problems/${slug}`, title: 'Test', status, detail, request_id: 'r-1', errors };
}
