import {
  type AdminUpdateUserRequest,
  type AdminUser,
  type InviteUserRequest,
  LIMITS,
  ROLES,
  type Role,
} from '@ticketing/contracts';
import type { FormFieldDescription, Typed } from '../../registry/field-description';
import type { FormDescription } from '../../registry/model-description';
import { ROLE_WORDS } from './user-words';

const URL = '/api/admin/users/';

const FIELDS: FormFieldDescription<AdminUser>[] = [
  {
    name: 'first_name',
    label: 'First name',
    kind: 'text',
    limits: LIMITS.personName,
    start: (row) => row?.first_name ?? '',
  },
  {
    name: 'last_name',
    label: 'Last name',
    kind: 'text',
    limits: LIMITS.personName,
    start: (row) => row?.last_name ?? '',
  },
  {
    name: 'email',
    label: 'E-mail',
    hint: ({ is_active }) =>
      is_active === ''
        ? 'A mail with a link to choose a password goes there.'
        : 'A changed address has to be verified again.',
    kind: 'email',
    limits: { min: 1, ...LIMITS.email },
    start: (row) => row?.email ?? '',
  },
  {
    name: 'role',
    label: 'Role',
    hint: 'Admins see all tickets and this area. What changes here counts at once.',
    kind: 'choice',
    options: ROLES.map((value) => ({ value, label: ROLE_WORDS[value] })),
    start: (row) => row?.role ?? 'user',
  },
  {
    name: 'is_active',
    label: 'Active',
    hint: 'Who is not active is signed out everywhere and cannot sign in. Their tickets stay.',
    kind: 'flag',
    start: (row) => (row ? String(row.is_active) : ''),
    // whoever is invited is active
    when: ({ is_active }) => is_active !== '',
  },
];

/** How people are invited and changed. */
export const USER_FORM: FormDescription<AdminUser> = {
  fields: FIELDS,
  create: (typed, api) => api.create<AdminUser>(URL, personOf(typed) satisfies InviteUserRequest),
  update: (row, typed, api) => api.patch<AdminUser>(`${URL}${row.id}/`, changesOf(row, typed), row.version),
};

function personOf({ first_name = '', last_name = '', email = '', role }: Typed) {
  return { first_name, last_name, email, role: role as Role };
}

/** Only what is different: an address that is sent counts as a new one. */
function changesOf(row: AdminUser, typed: Typed): AdminUpdateUserRequest {
  const body = { ...personOf(typed), is_active: typed['is_active'] === 'true' };
  return Object.fromEntries(
    Object.entries(body).filter(([field, value]) => value !== row[field as keyof typeof body]),
  );
}
