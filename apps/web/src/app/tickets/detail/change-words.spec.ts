import { CARLA, makeChange } from '../../../testing/make';
import { REQUESTER_STATUS_WORDS, STATUS_WORDS } from '../look/ticket-words';
import { changeWords, whoWords } from './change-words';

describe('changeWords', () => {
  it.each([
    [{ field: 'status', from: 'open', to: 'in_progress' }, 'changed the status from Open to In progress'],
    [{ field: 'priority', from: 'low', to: 'urgent' }, 'changed the priority from Low to Urgent'],
    [{ field: 'category', from: 'bug', to: 'feature' }, 'changed the category from Bug to Feature request'],
    [{ field: 'assigned_to', from: null, to: 'Ada Lovelace' }, 'assigned it to Ada Lovelace'],
    [{ field: 'assigned_to', from: 'Ada Lovelace', to: null }, 'removed the assignee'],
    [{ field: 'title', from: 'Old', to: 'New' }, 'changed the title from “Old” to “New”'],
    [{ field: 'description', from: 'a', to: 'b' }, 'changed the description'],
    [{ field: 'admin_feedback', from: null, to: 'Done' }, 'gave feedback'],
    [{ field: 'tags', from: null, to: 'VIP' }, 'added the tag VIP'],
    [{ field: 'tags', from: 'refund, VIP', to: null }, 'removed the tags refund, VIP'],
    [{ field: 'tags', from: 'refund, VIP', to: 'VIP, web' }, 'added the tag web and removed the tag refund'],
  ] as const)('says %j', (change, words) => {
    expect(changeWords(makeChange(1, change), STATUS_WORDS)).toEqual([words]);
  });

  it('tells customers in their words', () => {
    const change = makeChange(1, { field: 'status', from: 'open', to: 'pending_user' });
    expect(changeWords(change, REQUESTER_STATUS_WORDS)).toEqual([
      'changed the status from Received to Waiting for you',
    ]);
  });

  it('says each change of one entry', () => {
    const change = makeChange(
      1,
      { field: 'status', from: 'open', to: 'resolved' },
      { field: 'admin_feedback', from: null, to: 'Done' },
    );
    expect(changeWords(change, STATUS_WORDS)).toHaveLength(2);
  });

  it('says how the requester rated it', () => {
    const rated = { ...makeChange(1), type: 'ticket.rated', score: 4 } as const;
    expect(changeWords(rated, STATUS_WORDS)).toEqual(['rated 4 of 5']);
  });

  it('says that the requester was warned', () => {
    const warned = { ...makeChange(1), type: 'ticket.closing_soon', actor: null } as const;
    expect(changeWords(warned, STATUS_WORDS)).toEqual(['told the requester that it closes soon']);
  });

  it('knows tickets that were deleted and restored', () => {
    expect(changeWords({ ...makeChange(1), type: 'ticket.deleted' }, STATUS_WORDS)).toEqual([
      'deleted the ticket',
    ]);
    expect(changeWords({ ...makeChange(1), type: 'ticket.restored' }, STATUS_WORDS)).toEqual([
      'restored the ticket',
    ]);
  });

  it.each([
    ['auto_reply', 'An automatic reply of Carla Customer came by mail'],
    ['bounce', 'A mail to Carla Customer came back'],
  ] as const)('tells of a mail of a machine: %s', (kind, sentence) => {
    const mail = { id: 73, kind, user: CARLA };
    const noted = { ...makeChange(1), type: 'mail.noted', actor: null, mail } as const;
    expect([whoWords(noted), ...changeWords(noted, STATUS_WORDS)].join(' ')).toBe(sentence);
  });
});

describe('whoWords', () => {
  it('names the person, or else the system', () => {
    expect(whoWords(makeChange(1))).toBe('Ada Lovelace');
    expect(whoWords({ ...makeChange(1), actor: null })).toBe('The system');
  });
});
