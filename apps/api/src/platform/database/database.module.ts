import { type DynamicModule, Global, Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';

import { Env } from '../config/env.js';
import { dataSourceOptions, type EntityClass } from './data-source.js';
import { Database } from './database.js';
import { Listening } from './listening.js';

/** The connection pool and the one door to it; the connection that hears what is notified. */
@Global()
@Module({ providers: [Database, Listening], exports: [Database, Listening] })
export class DatabaseModule {
  /** @param entities every entity of the application */
  static with(url: string, entities: EntityClass[]): DynamicModule {
    return {
      module: DatabaseModule,
      imports: [
        TypeOrmModule.forRootAsync({
          inject: [Env],
          useFactory: (env: Env) => dataSourceOptions(url, env, entities),
        }),
      ],
    };
  }
}
