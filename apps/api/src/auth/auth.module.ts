import { Module } from '@nestjs/common';
import { APP_GUARD } from '@nestjs/core';
import { JwtModule } from '@nestjs/jwt';
import { PassportModule } from '@nestjs/passport';
import { TypeOrmModule } from '@nestjs/typeorm';
import { Secrets } from '../platform/config/secrets.js';
import { RateLimitGuard } from '../platform/throttle/rate-limit.guard.js';
import { UsersModule } from '../users/index.js';
import { ACCESS_TOKEN_SECONDS, AccessTokens, ALGORITHM, AUDIENCE, ISSUER } from './access-tokens.js';
import { AuthLog } from './auth-log.js';
import { AuthController } from './auth.controller.js';
import { AuthGuard } from './auth.guard.js';
import { AuthService } from './auth.service.js';
import { FirstAdminMaker } from './first-admin.js';
import { Invitations } from './invitations.js';
import { JwtStrategy } from './jwt.strategy.js';
import { LiveSessions } from './live-sessions.js';
import { AccountDependencies } from './account-dependencies.js';
import { AccountMailHandler } from './mails/account-mail.handler.js';
import { AccountNoticeHandler } from './mails/account-notice.handler.js';
import { MailTokenEntity } from './mail-tokens/mail-token.entity.js';
import { MailTokensRepository } from './mail-tokens/mail-tokens.repository.js';
import { MailTokensService } from './mail-tokens/mail-tokens.service.js';
import { PasswordHasher } from './password-hasher.js';
import { PasswordsController } from './passwords.controller.js';
import { PasswordsService } from './passwords/passwords.service.js';
import { RefreshCookie } from './refresh-cookie.js';
import { RefreshTokenEntity } from './refresh-token.entity.js';
import { RolesGuard } from './roles.guard.js';
import { Registration } from './registration.js';
import { SessionDelivery } from './session-delivery.js';
import { SessionEntity } from './session.entity.js';
import { SessionsController } from './sessions.controller.js';
import { SessionsRepository } from './sessions.repository.js';
import { SessionsService } from './sessions.service.js';
import { TwoFactorController } from './two-factor.controller.js';
import { RecoveryCodeEntity } from './two-factor/recovery-code.entity.js';
import { SecondFactor } from './two-factor/second-factor.js';
import { TwoFactorRule } from './two-factor/two-factor-rule.js';
import { TwoFactorRepository } from './two-factor/two-factor.repository.js';
import { TwoFactorService } from './two-factor/two-factor.service.js';

/** Accounts, sessions and the global guards: everything is closed unless it says otherwise. */
@Module({
  imports: [
    UsersModule,
    PassportModule,
    TypeOrmModule.forFeature([SessionEntity, RefreshTokenEntity, MailTokenEntity, RecoveryCodeEntity]),
    JwtModule.registerAsync({
      inject: [Secrets],
      useFactory: (secrets: Secrets) => ({
        privateKey: secrets.keyFor('access-token'),
        signOptions: {
          algorithm: ALGORITHM,
          issuer: ISSUER,
          audience: AUDIENCE,
          expiresIn: ACCESS_TOKEN_SECONDS,
          keyid: secrets.keysFor('access-token')[0]!.id,
        },
      }),
    }),
  ],
  controllers: [AuthController, PasswordsController, SessionsController, TwoFactorController],
  providers: [
    AccountDependencies,
    AccountMailHandler,
    AccountNoticeHandler,
    AuthLog,
    AuthService,
    AccessTokens,
    FirstAdminMaker,
    Invitations,
    JwtStrategy,
    LiveSessions,
    MailTokensRepository,
    MailTokensService,
    PasswordsService,
    PasswordHasher,
    RefreshCookie,
    Registration,
    SecondFactor,
    SessionDelivery,
    SessionsRepository,
    SessionsService,
    TwoFactorRepository,
    TwoFactorRule,
    TwoFactorService,
    { provide: APP_GUARD, useClass: AuthGuard },
    { provide: APP_GUARD, useClass: RolesGuard },
    { provide: APP_GUARD, useClass: RateLimitGuard },
  ],
  exports: [
    FirstAdminMaker,
    Invitations,
    LiveSessions,
    MailTokensService,
    PasswordHasher,
    SessionsService,
    TwoFactorService,
  ],
})
export class AuthModule {}
