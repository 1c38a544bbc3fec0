import type { Me } from './users.js';

/**
 * Where the refresh token travels: `body` for API clients, `cookie` (HttpOnly) for browsers,
 * whose scripts must never see it.
 */
export const REFRESH_TRANSPORTS = ['body', 'cookie'] as const;
export type RefreshTransport = (typeof REFRESH_TRANSPORTS)[number];

/** Body of `POST /api/auth/register/`. */
export interface RegisterRequest {
  email: string;
  password: string;
  first_name: string;
  last_name: string;
  /** `body` unless said otherwise. */
  refresh_transport?: RefreshTransport;
}

/** Body of `POST /api/auth/login/`. */
export interface LoginRequest {
  email: string;
  password: string;
  /**
   * Six digits of the authenticator app, or a recovery code, for accounts with two-factor sign-in. Left out: such
   * an account answers 401 `/problems/two-factor-required`; ask for the code and send all three again.
   */
  code?: string;
  /** `body` unless said otherwise. */
  refresh_transport?: RefreshTransport;
}

/** Body of `POST /api/auth/refresh/`. A browser sends none: its cookie speaks. */
export interface RefreshRequest {
  refresh_token?: string;
}

/** Answer of register, login and refresh. */
export interface SessionView {
  user: Me;
  /** A JWT for the `Authorization: Bearer` header. */
  access_token: string;
  /** Opaque, for one use; null when it travels in the cookie. */
  refresh_token: string | null;
  /** Life of the access token, in seconds. */
  expires_in: number;
}
