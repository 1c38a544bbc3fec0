import { UserEntity } from './user.entity.js';
import { accountAbilities, presentMe, presentUserRef } from './user.presenter.js';

const ada = Object.assign(new UserEntity(), {
  id: 7,
  role: 'user',
  isActive: true,
  email: 'Ada@Example.com',
  emailCanonical: 'ada@example.com',
  firstName: 'Ada',
  lastName: 'Lovelace',
  passwordHash: '$argon2id$...',
  emailVerifiedAt: null,
  totpConfirmedAt: null,
  createdAt: new Date('2026-11-24T09:00:00Z'),
});

describe('a person', () => {
  it('is to others a name and a role, never an address', () =>
    expect(presentUserRef(ada)).toEqual({ id: 7, name: 'Ada Lovelace', role: 'user', avatar: null }));
  it('reads of themselves the address as it was typed', () =>
    expect(presentMe(ada)).toEqual({
      id: 7,
      name: 'Ada Lovelace',
      role: 'user',
      avatar: null,
      email: 'Ada@Example.com',
      first_name: 'Ada',
      last_name: 'Lovelace',
      is_email_verified: false,
      has_two_factor: false,
      must_set_up_two_factor: false,
      created_at: '2026-11-24T09:00:00.000Z',
      can: { see_all_tickets: false, be_assigned: false, administer: false },
    }));
});

describe('what a role may do', () => {
  it('is nothing more for users', () =>
    expect(accountAbilities({ role: 'user' })).toEqual({
      see_all_tickets: false,
      be_assigned: false,
      administer: false,
    }));
  it('is everything for admins', () =>
    expect(accountAbilities({ role: 'admin' })).toEqual({
      see_all_tickets: true,
      be_assigned: true,
      administer: true,
    }));
});
