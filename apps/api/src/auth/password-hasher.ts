import { Injectable } from '@nestjs/common';
import { hash, verify } from '@node-rs/argon2';

/** OWASP's argon2id minimum: 19 MiB, 2 passes, 1 lane (the package's default algorithm is argon2id). */
const COST = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };

/** The hash of a random password nobody knows: unknown addresses cost the same as known ones. */
const NOBODY = hash(crypto.randomUUID(), COST);

@Injectable()
export class PasswordHasher {
  /** @returns a PHC string */
  hash(password: string): Promise<string> {
    return hash(password, COST);
  }

  /** Takes the same time whether there is a hash to compare with or not. */
  async matches(password: string, storedHash: string | undefined): Promise<boolean> {
    const matches = await verify(storedHash ?? (await NOBODY), password);
    return storedHash !== undefined && matches;
  }
}
