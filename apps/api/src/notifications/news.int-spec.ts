import type { StoredEvent } from '../platform/events/event-handlers.js';
import type { AudienceRepository, Reader, ToldTicket } from './audience.repository.js';
import { NewsDesk } from './news.js';

const [ADA, BOB, CAT] = [1, 2, 3];

/** Facts that forgot who is an admin: they say that Bob has the ticket. */
const TICKET = {
  id: 182,
  userId: ADA,
  requesterId: ADA,
  assigneeId: BOB,
  adminIds: [BOB, CAT],
  writingAdminIds: [BOB],
  status: 'open',
} as unknown as ToldTicket;
const BOB_NOW: Reader = {
  id: BOB,
  role: 'admin',
  isActive: true,
  email: 'bob@example.com',
  firstName: 'Bob',
  hasMuted: false,
  isFlooded: false,
  preferences: [],
};
const comment = (isInternal: boolean): StoredEvent => ({
  id: 9,
  type: 'comment.added',
  ticketId: 182,
  actorId: CAT,
  isInternal,
  data: { comment_id: 7 },
  createdAt: new Date(),
});

/** What Bob is told of a public comment and a note, in this order, by the kinds. */
async function toldTo(
  reader: Partial<Reader>,
  ticket: Partial<ToldTicket> | undefined = {},
  commentsThere = [7],
): Promise<string[]> {
  const careless = {
    ticket: async () => ticket && { ...TICKET, ...ticket },
    reader: async () => ({ ...BOB_NOW, ...reader }),
    commentsThere: async () => new Set(commentsThere),
  } as unknown as AudienceRepository;
  const delivery = { id: '1', recipient: `user:${BOB}`, tries: 1 };
  const news = await new NewsDesk(careless).newsFor('email', {
    ...delivery,
    events: [comment(false), comment(true)],
  });
  return news?.items.map(({ kind }) => kind) ?? [];
}

describe('at the moment of telling', () => {
  it('whoever may and wants to is told', async () =>
    expect(await toldTo({})).toEqual(['comment_added', 'note_added']));
  it.each<[string, Partial<Reader>]>([
    ['is no admin any more', { role: 'user' }],
    ['is not active any more', { isActive: false }],
    ['has muted the ticket', { hasMuted: true }],
  ])('nobody is who %s, whatever the audience says', async (_, reader) =>
    expect(await toldTo(reader)).toEqual([]),
  );
  it('a user is told of no note, although it is on their own ticket', async () =>
    expect(await toldTo({ role: 'user' }, { userId: BOB, requesterId: BOB })).toEqual(['comment_added']));
  it('nobody is told of a deleted comment', async () => expect(await toldTo({}, {}, [])).toEqual([]));
  it('what is switched off is left out, and only that', async () => {
    const off = { kind: 'comment_added', channel: 'email', enabled: false } as const;
    expect(await toldTo({ preferences: [off] })).toEqual(['note_added']);
    expect(await toldTo({ preferences: [{ ...off, channel: 'in_app' }] })).toHaveLength(2);
  });
});
