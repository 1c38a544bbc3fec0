import { createSecretKey, hkdfSync, type KeyObject, randomBytes } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Env } from './env.js';

/**
 * Keys for different purposes, derived from the one SECRET_KEY (HKDF-SHA256, RFC 5869), so that a token
 * of one kind never verifies as another. Given out as `KeyObject`: a string would be parsed at each use.
 */
export class Secrets {
  constructor(private readonly root: string) {}

  /** The 256-bit key for one purpose; the same purpose gives the same key. */
  keyFor(purpose: string): KeyObject {
    return createSecretKey(Buffer.from(hkdfSync('sha256', this.root, 'ticketing', purpose, 32)));
  }
}

/** The configured secret or, outside production, one made at the first start and kept beside the data. */
export function loadSecrets(env: Env): Secrets {
  return new Secrets(env.SECRET_KEY ?? keptSecret(env.DATA_DIR));
}

function keptSecret(directory: string): string {
  const file = join(directory, 'secret-key');
  mkdirSync(directory, { recursive: true });
  try {
    writeFileSync(file, randomBytes(48).toString('base64url'), { flag: 'wx', mode: 0o600 });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  }
  return readFileSync(file, 'utf8');
}
