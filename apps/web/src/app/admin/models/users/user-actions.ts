import type { AdminUpdateUserRequest, AdminUser } from '@ticketing/contracts';
import type { AdminApi } from '../../data/admin-api';
import type { ActionDescription } from '../../registry/model-description';
import { whoWords } from './user-words';

const URL = '/api/admin/users/';

type Action = ActionDescription<AdminUser>;

const INVITE_AGAIN: Action = {
  id: 'invite',
  label: 'Invite again',
  icon: 'mail',
  bulk: true,
  when: ({ is_active, is_invited }) => is_active && is_invited,
  confirm: (people) => ({
    heading: `Invite ${whoWords(people)} again?`,
    text: 'A new mail with a link to choose a password, good for an hour, goes to:',
    effects: [...people.map(({ email }) => email), 'Links of earlier mails no longer work.'],
    button: 'Send the mail',
  }),
  run: sendPasswordLink,
  said: (count) => (count === 1 ? 'The invitation is on its way.' : `${count} invitations are on their way.`),
};

const MAIL_LINK: Action = {
  id: 'password-link',
  label: 'Mail a link for a new password',
  icon: 'mail',
  when: ({ is_active, is_invited }) => is_active && !is_invited,
  confirm: ([person]) => ({
    heading: `Mail a link to ${person!.name}?`,
    text: `With the link in the mail to ${person!.email} they choose a new password.`,
    effects: ['The password of now works until they do.'],
    button: 'Send the mail',
  }),
  run: sendPasswordLink,
  said: () => 'The mail is on its way.',
};

const MAKE_ADMIN: Action = {
  id: 'make-admin',
  label: 'Make admin',
  icon: 'user-check',
  when: ({ role }) => role === 'user',
  confirm: ([person]) => ({
    heading: `Make ${person!.name} an admin?`,
    text: 'Admins see all tickets and internal notes, get tickets assigned, and use this area.',
    button: 'Make admin',
  }),
  run: (person, api) => change(person, api, { role: 'admin' }),
  undo: (person, api) => change(person, api, { role: 'user' }),
  said: () => 'They are an admin now.',
};

const MAKE_USER: Action = {
  id: 'make-user',
  label: 'Make user',
  icon: 'user',
  when: ({ role }) => role === 'admin',
  confirm: ([person]) => ({
    heading: `Make ${person!.name} a user?`,
    text: 'They see only their own tickets from now on.',
    effects: ['Tickets that they have stay assigned to them until somebody takes over.'],
    button: 'Make user',
  }),
  run: (person, api) => change(person, api, { role: 'user' }),
  undo: (person, api) => change(person, api, { role: 'admin' }),
  said: () => 'They are a user now.',
};

const DEACTIVATE: Action = {
  id: 'deactivate',
  label: 'Deactivate',
  icon: 'power',
  danger: true,
  bulk: true,
  when: ({ is_active }) => is_active,
  confirm: (people) => ({
    heading: `Deactivate ${whoWords(people)}?`,
    text: people.length === 1 ? 'They can be activated again.' : people.map(({ name }) => name).join(', '),
    effects: [
      'They are signed out everywhere, and cannot sign in.',
      'Their tickets and comments stay.',
      'Mails from their address wait in the quarantine.',
    ],
    button: 'Deactivate',
    danger: true,
  }),
  run: (person, api) => change(person, api, { is_active: false }),
  undo: (person, api) => change(person, api, { is_active: true }),
  said: (count) => (count === 1 ? 'Deactivated.' : `${count} people deactivated.`),
};

const ACTIVATE: Action = {
  id: 'activate',
  label: 'Activate',
  icon: 'power',
  bulk: true,
  when: ({ is_active }) => !is_active,
  run: (person, api) => change(person, api, { is_active: true }),
  undo: (person, api) => change(person, api, { is_active: false }),
  said: (count) => (count === 1 ? 'Activated.' : `${count} people activated.`),
};

const TURN_OFF_TWO_FACTOR: Action = {
  id: 'turn-off-two-factor',
  label: 'Turn off two-factor sign-in',
  icon: 'key',
  danger: true,
  when: ({ has_two_factor }) => has_two_factor,
  confirm: ([person]) => ({
    heading: `Turn off two-factor sign-in of ${person!.name}?`,
    text: 'For somebody who has lost the device and the recovery codes. Make sure that it is them who ask.',
    effects: [
      'Their password alone is enough until they set it up again.',
      'They are told by mail. Their sessions go on.',
    ],
    button: 'Turn off',
    danger: true,
  }),
  run: async ({ id }, api) => {
    await api.post(`${URL}${id}/disable_two_factor/`);
    return api.get<AdminUser>(`${URL}${id}/`);
  },
  said: () => 'Two-factor sign-in is off.',
};

export const USER_ACTIONS: Action[] = [
  INVITE_AGAIN,
  MAIL_LINK,
  MAKE_ADMIN,
  MAKE_USER,
  TURN_OFF_TWO_FACTOR,
  ACTIVATE,
  DEACTIVATE,
];

async function sendPasswordLink(person: AdminUser, api: AdminApi): Promise<AdminUser> {
  await api.post(`${URL}${person.id}/reset_password/`);
  return person;
}

function change({ id }: AdminUser, api: AdminApi, body: AdminUpdateUserRequest): Promise<AdminUser> {
  return api.patch<AdminUser>(`${URL}${id}/`, body);
}
