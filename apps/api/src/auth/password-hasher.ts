import { Injectable } from '@nestjs/common';
import { hash, verify } from '@node-rs/argon2';
import pLimit from 'p-limit';
import { unavailable } from '../platform/http/problem.js';

/** OWASP's argon2id minimum: 19 MiB, 2 passes, 1 lane (the package's default algorithm is argon2id). */
const COST = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };

/** The hash of a random password nobody knows: unknown addresses cost the same as known ones. */
const NOBODY = hash(crypto.randomUUID(), COST);

/** More at once and everybody's requests wait for processors; more in line and nobody gets an answer in time. */
const MOST_AT_ONCE = 2;
const MOST_IN_LINE = 100;

@Injectable()
export class PasswordHasher {
  private readonly gate = pLimit(MOST_AT_ONCE);

  /** @returns a PHC string. @throws ProblemError 503 when too many wait already */
  hash(password: string): Promise<string> {
    return this.inTurn(() => hash(password, COST));
  }

  /** Takes the same time whether there is a hash to compare with or not. */
  async matches(password: string, storedHash: string | undefined): Promise<boolean> {
    const known = storedHash ?? (await NOBODY);
    const matches = await this.inTurn(() => verify(known, password));
    return storedHash !== undefined && matches;
  }

  /** Was it made with other costs than today's? Then it is made again at the next sign-in. */
  isOutdated(storedHash: string): boolean {
    const { memoryCost, timeCost, parallelism } = COST;
    return !storedHash.startsWith(`$argon2id$v=19$m=${memoryCost},t=${timeCost},p=${parallelism}$`);
  }

  private inTurn<T>(work: () => Promise<T>): Promise<T> {
    if (this.gate.pendingCount >= MOST_IN_LINE) throw unavailable();
    return this.gate(work);
  }
}
