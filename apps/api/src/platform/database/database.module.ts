import { type DynamicModule, Global, Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';

import { Env } from '../config/env.js';
import { dataSourceOptions, type EntityClass } from './data-source.js';
import { Database } from './database.js';

/** The connection pool and the one door to it. */
@Global()
@Module({ providers: [Database], exports: [Database] })
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
