export { AuthModule } from './auth.module.js';
export { type FirstAdmin, FirstAdminMaker } from './first-admin.js';
export { PasswordHasher } from './password-hasher.js';
export { RefreshTokenEntity } from './refresh-token.entity.js';
export { SessionEntity } from './session.entity.js';
