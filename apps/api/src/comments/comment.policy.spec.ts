import { type CommentAbility, commentAbilities, requireMayWithComment } from './comment.policy.js';

const NOW = new Date();
const PEOPLE = { author: { id: 1, role: 'user' }, admin: { id: 2, role: 'admin' } } as const;
const STATES = {
  there: { deletedAt: null },
  deleted: { deletedAt: NOW },
  'on a deleted ticket': { deletedAt: null, ticketDeletedAt: NOW },
};

/** 0: nothing stands against it. */
function refusal(ability: CommentAbility, who: keyof typeof PEOPLE, state: keyof typeof STATES): number {
  try {
    requireMayWithComment(ability, PEOPLE[who], STATES[state]);
    return 0;
  } catch (error) {
    return (error as { kind: { status: number } }).kind.status;
  }
}

describe('who may do what with a comment', () => {
  it.each([
    // ability  state                  admin author
    ['edit', 'there', 0, 403],
    ['delete', 'there', 0, 403],
    ['restore', 'there', 404, 403],
    ['edit', 'deleted', 404, 403],
    ['delete', 'deleted', 404, 403],
    ['restore', 'deleted', 0, 403],
    ['edit', 'on a deleted ticket', 409, 403],
    ['delete', 'on a deleted ticket', 409, 403],
    ['restore', 'on a deleted ticket', 409, 403],
  ] as const)('%s, when it is %s: admin %i, author %i', (ability, state, admin, author) => {
    expect([refusal(ability, 'admin', state), refusal(ability, 'author', state)]).toEqual([admin, author]);
  });

  it('is what `can` says', () => {
    const yes = { edit: true, delete: true };
    const no = { edit: false, delete: false };
    expect(commentAbilities(PEOPLE.admin, STATES.there)).toEqual(yes);
    expect(commentAbilities(PEOPLE.author, STATES.there)).toEqual(no);
    expect(commentAbilities(PEOPLE.admin, STATES.deleted)).toEqual(no);
    expect(commentAbilities(PEOPLE.admin, STATES['on a deleted ticket'])).toEqual(no);
  });
});
