/** Who somebody is to the product: customers are `user`, the support team is `admin`. */
export const ROLES = ['user', 'admin'] as const;
export type Role = (typeof ROLES)[number];

/** A person as others see them. Never carries an e-mail address. */
export interface UserRef {
  id: number;
  /** First and last name. */
  name: string;
  role: Role;
  /** Address of a picture, or null: show initials. */
  avatar: string | null;
}

/** What the signed-in person may do that is not about one ticket. Ask these, never the role. */
export interface AccountAbilities {
  /** List, search and count everybody's tickets. */
  see_all_tickets: boolean;
  /** Be chosen as the assignee of a ticket. */
  be_assigned: boolean;
  /** Use the admin area: background jobs, the quarantine of mails, integrations. */
  administer: boolean;
}

/** The signed-in person's own profile. */
export interface Me extends UserRef {
  email: string;
  first_name: string;
  last_name: string;
  /** Whether a mail to the address came back to us by its link. */
  is_email_verified: boolean;
  has_two_factor: boolean;
  /** Everything but the account itself answers 403 until two-factor sign-in is on. */
  must_set_up_two_factor: boolean;
  /** ISO 8601, UTC. */
  created_at: string;
  can: AccountAbilities;
}

/** Body of `PATCH /api/auth/me/`. What is left out stays as it is. */
export interface UpdateMeRequest {
  first_name?: string;
  last_name?: string;
}

/** A person as admins see them. */
export interface UserView extends UserRef {
  email: string;
  /** Someone inactive cannot sign in; their tickets stay. */
  is_active: boolean;
  is_email_verified: boolean;
  has_two_factor: boolean;
  created_at: string;
}

/** Body of `PATCH /api/users/{id}/`. Admins only. The last active admin stays one (409). */
export interface UpdateUserRequest {
  role?: Role;
  is_active?: boolean;
}
