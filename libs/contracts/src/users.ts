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
}

/** The signed-in person's own profile. */
export interface Me extends UserRef {
  email: string;
  first_name: string;
  last_name: string;
  /** ISO 8601, UTC. */
  created_at: string;
  can: AccountAbilities;
}

/** Body of `PATCH /api/auth/me/`. What is left out stays as it is. */
export interface UpdateMeRequest {
  first_name?: string;
  last_name?: string;
}
