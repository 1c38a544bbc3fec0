/** One sign-in on one device, of `GET /api/auth/sessions/`. */
export interface SessionInfo {
  /** UUID. */
  id: string;
  /** The session of this very request. */
  is_current: boolean;
  /** ISO 8601, UTC. */
  created_at: string;
  last_used_at: string;
  /** The browser's own words, or null. */
  user_agent: string | null;
  ip: string | null;
}

/** Answer of `GET /api/auth/sessions/`: the live ones, last used first. */
export interface SessionList {
  results: SessionInfo[];
}

/** Body of `POST /api/auth/change_password/`. Ends all other sessions. */
export interface ChangePasswordRequest {
  current_password: string;
  new_password: string;
}

/** Body of `POST /api/auth/forgot_password/`. The answer never tells whether the address has an account. */
export interface ForgotPasswordRequest {
  email: string;
}

/** Body of `POST /api/auth/reset_password/`. Ends all sessions. */
export interface ResetPasswordRequest {
  /** From the mail: good once, for an hour. */
  token: string;
  new_password: string;
}

/** Body of `POST /api/auth/verify_email/`. */
export interface VerifyEmailRequest {
  /** From the mail: good once, for an hour. */
  token: string;
}

/** Answer of `POST /api/auth/two_factor/setup/`: for the authenticator app. Nothing is on yet. */
export interface TwoFactorSetup {
  /** Base32, to be typed where no camera is. */
  secret: string;
  /** `otpauth://totp/...` */
  otpauth_url: string;
  /** The same as a QR code: a `data:image/svg+xml` address. */
  qr_code: string;
}

/** Body of `POST /api/auth/two_factor/enable/` and `.../recovery_codes/`. */
export interface TwoFactorCodeRequest {
  /** Six digits of the app. */
  code: string;
}

/** Body of `POST /api/auth/two_factor/disable/`. */
export interface DisableTwoFactorRequest {
  password: string;
  /** Six digits of the app, or a recovery code. */
  code: string;
}

/** Answer of `enable` and `recovery_codes`: shown once, each good for one sign-in. */
export interface RecoveryCodes {
  recovery_codes: string[];
}
