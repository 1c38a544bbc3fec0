import { type AdminUser, type AdminUserDetail, ROLES } from '@ticketing/contracts';
import type { FieldDescription } from '../../registry/field-description';
import type { ModelDescription } from '../../registry/model-description';
import { USER_ACTIONS } from './user-actions';
import { USER_FORM } from './user-form';
import { UserSessions } from './user-sessions';
import { UserTickets } from './user-tickets';
import { ROLE_WORDS, STATE_WORDS, stateOf } from './user-words';

const URL = '/api/admin/users/';

/** A line of the list knows less than the page. */
type Person = AdminUser & Partial<AdminUserDetail>;

const EMAIL: FieldDescription<Person> = {
  key: 'email',
  label: 'E-mail',
  kind: 'text',
  value: ({ email }) => email,
};
const ROLE: FieldDescription<Person> = {
  key: 'role',
  label: 'Role',
  kind: 'text',
  value: ({ role }) => ROLE_WORDS[role],
};
const STATE: FieldDescription<Person> = {
  key: 'state',
  label: 'State',
  kind: 'badge',
  value: (row) => STATE_WORDS[stateOf(row)],
};
const TWO_FACTOR: FieldDescription<Person> = {
  key: 'has_two_factor',
  label: 'Two-factor',
  kind: 'text',
  value: ({ has_two_factor }) => (has_two_factor ? 'On' : 'Off'),
};
const VERIFIED: FieldDescription<Person> = {
  key: 'is_email_verified',
  label: 'Verified',
  kind: 'text',
  value: ({ is_email_verified }) => (is_email_verified ? 'Yes' : 'No'),
};
const CREATED: FieldDescription<Person> = {
  key: 'created_at',
  label: 'Created',
  kind: 'time',
  value: ({ created_at }) => created_at,
};
const CHANGED: FieldDescription<Person> = {
  key: 'updated_at',
  label: 'Changed',
  kind: 'time',
  value: ({ updated_at }) => updated_at,
};

/** Everybody with an account. */
export const USERS: ModelDescription<Person> = {
  key: 'users',
  singular: 'User',
  plural: 'Users',
  icon: 'users',
  text: 'Who has an account, what they may do, and where they are signed in.',
  allowed: (can) => can.administer,
  title: ({ name }) => name,
  badge: (row) => STATE_WORDS[stateOf(row)],
  notice: (row) =>
    stateOf(row) === 'invited'
      ? { kind: 'info', text: 'Invited by mail. They have not chosen a password yet.' }
      : null,
  one: (id) => `${URL}${id}/`,
  history: 'users',
  list: {
    url: URL,
    exportUrl: `${URL}export/`,
    search: 'Search name or e-mail',
    columns: [
      { key: 'name', label: 'Name', kind: 'text', sortable: true, grows: true, value: ({ name }) => name },
      { ...EMAIL, grows: true },
      { ...ROLE },
      { ...STATE },
      { ...TWO_FACTOR },
      { ...VERIFIED },
      { ...CREATED, sortable: true },
      { ...CHANGED, hidden: true },
    ],
    filters: [
      {
        key: 'role',
        label: 'Role',
        options: () => ROLES.map((value) => ({ value, label: ROLE_WORDS[value] })),
      },
      {
        kind: 'flag',
        key: 'is_active',
        label: 'Account',
        words: { yes: 'Active', no: 'Deactivated' },
      },
      { kind: 'flag', key: 'is_email_verified', label: 'Verified' },
      { kind: 'flag', key: 'has_two_factor', label: 'Two-factor', words: { yes: 'On', no: 'Off' } },
      {
        kind: 'dates',
        key: 'created',
        label: 'Created',
        after: 'created_after',
        before: 'created_before',
      },
    ],
    empty: { heading: 'Nobody here', text: 'Invite the first person.' },
  },
  form: USER_FORM,
  sections: [
    { heading: 'Active tickets', view: UserTickets },
    { heading: 'Sessions', view: UserSessions },
    {
      heading: 'About them',
      fields: [
        VERIFIED,
        TWO_FACTOR,
        { key: 'last_seen_at', label: 'Last seen', kind: 'time', value: (row) => row.last_seen_at ?? null },
        {
          key: 'session_count',
          label: 'Live sessions',
          kind: 'number',
          value: (row) => row.session_count ?? null,
        },
        CREATED,
        CHANGED,
      ],
    },
  ],
  actions: USER_ACTIONS,
};
