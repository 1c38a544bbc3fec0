export { AuthModule } from './auth.module.js';
export { type FirstAdmin, FirstAdminMaker } from './first-admin.js';
export { LiveSessions } from './live-sessions.js';
export { MailTokenEntity } from './mail-tokens/mail-token.entity.js';
export { MailTokenSigner } from './mail-tokens/mail-token.js';
export { RecoveryCodeEntity } from './two-factor/recovery-code.entity.js';
export { PasswordHasher } from './password-hasher.js';
export { RefreshTokenEntity } from './refresh-token.entity.js';
export { SessionEntity } from './session.entity.js';
