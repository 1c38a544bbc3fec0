import { type DynamicModule, Global, Module } from '@nestjs/common';
import { Env } from './env.js';
import { loadSecrets, Secrets } from './secrets.js';

/** Gives everybody the one `Env` and the keys derived from it. */
@Global()
@Module({})
export class ConfigModule {
  static with(env: Readonly<Env>): DynamicModule {
    return {
      module: ConfigModule,
      providers: [
        { provide: Env, useValue: env },
        { provide: Secrets, useFactory: () => loadSecrets(env) },
      ],
      exports: [Env, Secrets],
    };
  }
}
