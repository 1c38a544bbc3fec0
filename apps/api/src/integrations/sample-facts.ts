import type { UserRef } from '@ticketing/contracts';
import type { EventFacts } from './integration-adapter.js';

/** An event to try an integration out with. There is no ticket 0. */
export function sampleFacts(actor: UserRef, publicUrl: string, now = new Date()): EventFacts {
  const moment = now.toISOString();
  return {
    type: 'integration.test',
    createdAt: now,
    actor,
    ticket: {
      id: 0,
      url: `${publicUrl}/tickets`,
      title: 'A ticket to try things out with',
      category: 'other',
      priority: 'low',
      status: 'open',
      user: actor,
      assigned_to: null,
      created_at: moment,
      updated_at: moment,
      resolved_at: null,
      comment_count: 0,
    },
    changes: [],
    comment: null,
  };
}
