import type { Role } from '@ticketing/contracts';

/** Who acts: the signed-in person, as every rule and every query sees them. */
export interface Actor {
  readonly id: number;
  readonly role: Role;
  /** The session that the access token belongs to. */
  readonly sessionId: string;
  /** True: may use nothing but the own account until two-factor sign-in is on. */
  readonly mustSetUpTwoFactor?: boolean;
}

/** Who the policies ask about; tests need no session. */
export type Who = Pick<Actor, 'id' | 'role'>;
