import { createHash, createSecretKey, hkdfSync, type KeyObject, randomBytes } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Env } from './env.js';

/** A key with a name that may be told: the verifier finds it again by that. */
export interface NamedKey {
  id: string;
  key: KeyObject;
}

/**
 * Keys for different purposes, derived from the one SECRET_KEY (HKDF-SHA256, RFC 5869), so that a token of one
 * kind never verifies as another. Given out as `KeyObject`: a string would be parsed at each use.
 *
 * To rotate, move the old value to SECRET_KEY_PREVIOUS: what it signed or sealed stays good, new things use the
 * new one.
 */
export class Secrets {
  constructor(
    private readonly root: string,
    private readonly previous?: string,
  ) {}

  /** The current 256-bit key for one purpose; the same purpose gives the same key. */
  keyFor(purpose: string): KeyObject {
    return derive(this.root, purpose);
  }

  /** All keys that are still good for one purpose, the current one first. */
  keysFor(purpose: string): NamedKey[] {
    const roots = this.previous === undefined ? [this.root] : [this.root, this.previous];
    return roots.map((root) => {
      const key = derive(root, purpose);
      return { id: createHash('sha256').update(key.export()).digest('hex').slice(0, 12), key };
    });
  }
}

function derive(root: string, purpose: string): KeyObject {
  return createSecretKey(Buffer.from(hkdfSync('sha256', root, 'ticketing', purpose, 32)));
}

/** The configured secrets or, outside production, one made at the first start and kept beside the data. */
export function loadSecrets(env: Env): Secrets {
  return new Secrets(env.SECRET_KEY ?? keptSecret(env.DATA_DIR), env.SECRET_KEY_PREVIOUS);
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
