import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { Pool, PoolClient } from 'pg';
import { DataSource, type EntityManager } from 'typeorm';
import type { PostgresDriver } from 'typeorm/driver/postgres/PostgresDriver.js';
import { commitHooks } from './commit-hooks.js';
import type { Statement } from './statement.js';

declare const tx: unique symbol;

/** An open transaction. Only `Database.transaction` makes one, so a write cannot forget it. */
export type Tx = EntityManager & { readonly [tx]: true };

/** Where hot reads and all writes go through. Entities and the QueryBuilder stay for what is not hot. */
@Injectable()
export class Database {
  constructor(@InjectDataSource() private readonly dataSource: DataSource) {}

  /** Runs the work in one transaction: all of it happens or nothing. Call no HTTP, mail or queue inside. */
  async transaction<T>(work: (tx: Tx) => Promise<T>): Promise<T> {
    const [tx, result] = await this.dataSource.transaction(async (manager) => {
      const tx = manager as Tx;
      const result = await work(tx);
      await commitHooks.beforeCommit(tx);
      return [tx, result] as const;
    });
    commitHooks.committed(tx);
    return result;
  }

  /** Rows of a statement, read outside any transaction. Named statements are parsed and planned once. */
  async rows<Row extends object>(statement: Statement<Row>, values: unknown[] = []): Promise<Row[]> {
    const { rows } = await this.pool.query<Row>({ ...statement, values });
    return rows;
  }

  private get pool(): Pool {
    return (this.dataSource.driver as PostgresDriver).master as Pool;
  }
}

/** Rows of a statement inside a transaction. */
export async function rowsIn<Row extends object>(
  tx: Tx,
  statement: Statement<Row>,
  values: unknown[] = [],
): Promise<Row[]> {
  const client = (await tx.queryRunner!.connect()) as PoolClient;
  const { rows } = await client.query<Row>({ ...statement, values });
  return rows;
}
