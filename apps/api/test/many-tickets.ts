import type { TicketCategory, TicketPriority, TicketStatus } from '@ticketing/contracts';
import type { TestApi } from './start-api.js';

/** What of a row matters to a test; the rest is filled in. */
export interface TicketFacts {
  user_id: number;
  assigned_to_id?: number | null;
  status?: TicketStatus;
  priority?: TicketPriority;
  category?: TicketCategory;
  created_at?: string;
  updated_at?: string;
  resolved_at?: string | null;
  first_response_at?: string | null;
  rated_at?: string | null;
  score?: number | null;
  deleted_at?: string | null;
}

const STANDARD = {
  assigned_to_id: null,
  status: 'open',
  priority: 'medium',
  category: 'bug',
  created_at: '2026-01-01T00:00:00Z',
  updated_at: '2026-01-01T00:00:00Z',
  resolved_at: null,
  first_response_at: null,
  rated_at: null,
  score: null,
  deleted_at: null,
};

/** Many tickets at once, straight in the table. @returns their ids, in the order given */
export async function insertTickets(api: TestApi, tickets: TicketFacts[]): Promise<number[]> {
  const { rows } = await api.db.client.query<{ id: number }>(
    `with made as (
       insert into tickets (user_id, assigned_to_id, status, priority, category, created_at, updated_at, resolved_at,
                            first_response_at, rated_at, score, deleted_at, title, description)
       select r.*, 'Printer ' || row_number() over (), 'Smoke.'
         from jsonb_to_recordset($1) as r(user_id int, assigned_to_id int, status text, priority ticket_priority,
           category text, created_at timestamptz, updated_at timestamptz, resolved_at timestamptz,
           first_response_at timestamptz, rated_at timestamptz, score smallint,
           deleted_at timestamptz)
       returning id, title, description
     ), found as (
       insert into ticket_search (ticket_id, is_internal, document)
       select id, false, to_tsvector('simple', title || ' ' || description) from made
     )
     select id from made order by id`,
    [JSON.stringify(tickets.map((facts) => ({ ...STANDARD, ...facts })))],
  );
  return rows.map(({ id }) => id);
}

/** A number generator that gives the same numbers in every run: a failure can be repeated. */
export function dice(seed: number): <T>(of: readonly T[]) => T {
  let state = seed;
  return (of) => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    return of[Math.floor((state / 2_147_483_648) * of.length)]!;
  };
}
