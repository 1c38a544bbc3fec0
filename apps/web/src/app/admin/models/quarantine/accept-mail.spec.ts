import { ADA, CARLA } from '../../../../testing/make';
import { makeMail } from '../../../../testing/make-admin';
import type { AdminApi } from '../../data/admin-api';
import { fixedOptions, type Typed } from '../../registry/field-description';
import { ACCEPT_AS_COMMENT, ACCEPT_AS_TICKET } from './accept-mail';

const asks = (action: typeof ACCEPT_AS_TICKET, mail = makeMail()) => action.confirm?.([mail]).asks ?? [];
const peopleOf = (action: typeof ACCEPT_AS_TICKET, mail = makeMail()) =>
  fixedOptions(asks(action, mail).find(({ name }) => name === 'who') ?? {})?.map(({ label }) => label);

async function sentBy(action: typeof ACCEPT_AS_TICKET, typed: Typed) {
  const post = jest.fn().mockResolvedValue(makeMail({ state: 'accepted' }));
  await action.run(makeMail(), { post } as unknown as AdminApi, typed);
  return post.mock.calls[0];
}

describe('accepting a mail', () => {
  it('makes an account for a stranger who opens a ticket, and says so before', () => {
    expect(peopleOf(ACCEPT_AS_TICKET)).toEqual(['A new account for mallory@example.net', 'Somebody else']);
    expect(ACCEPT_AS_TICKET.confirm?.([makeMail()]).effects?.[0]).toMatch(
      /mallory@example.net gets an account/,
    );
  });

  it('needs somebody with an account for a comment', () => {
    expect(peopleOf(ACCEPT_AS_COMMENT)).toEqual(['Somebody else']);
  });

  it('offers the sender first, then whom we had written to', () => {
    const mail = makeMail({ sender_user: CARLA, answers_user: ADA });
    expect(peopleOf(ACCEPT_AS_COMMENT, mail)).toEqual([
      'Carla Customer, the sender',
      'Ada Lovelace, whom we had written to',
      'Somebody else',
    ]);
  });

  it('knows the ticket that the mail answers', () => {
    const [ticket] = asks(ACCEPT_AS_COMMENT, makeMail({ answers_ticket: 182 }));
    expect(ticket?.start?.(null)).toBe('182');
  });

  it('leaves it to the API who the sender is', async () => {
    expect(await sentBy(ACCEPT_AS_TICKET, { who: 'sender' })).toEqual([
      '/api/admin/quarantine/73/accept/',
      { as: 'ticket' },
    ]);
  });

  it('names somebody else, and the ticket with or without its #', async () => {
    expect(await sentBy(ACCEPT_AS_COMMENT, { who: 'other', user_id: '7', ticket_id: '#182' })).toEqual([
      '/api/admin/quarantine/73/accept/',
      { as: 'comment', ticket_id: 182, user_id: 7 },
    ]);
    expect(await sentBy(ACCEPT_AS_COMMENT, { who: '9', ticket_id: '182' })).toEqual([
      '/api/admin/quarantine/73/accept/',
      { as: 'comment', ticket_id: 182, user_id: 9 },
    ]);
  });

  it('is over once somebody has decided', () => {
    expect(ACCEPT_AS_TICKET.when?.(makeMail({ state: 'discarded' }))).toBe(false);
  });
});
