import type { Env } from './env.js';

/** Secrets that stand in examples and tutorials. */
const SAMPLE_SECRET = /change|secret|example|sample|password|0{8}|1234567/i;
/** Fewer different characters than this is no random key. */
const LEAST_VARIETY = 10;

/** What forbids a start with `NODE_ENV=production`: one complaint per variable, empty when all is well. */
export function requireProductionReady(env: Env): string[] {
  if (env.NODE_ENV !== 'production') return [];
  const complaints: string[] = [];
  if (!env.DATABASE_URL) complaints.push('DATABASE_URL is required in production');
  if (!env.SECRET_KEY) complaints.push('SECRET_KEY is required in production');
  else if (isWeak(env.SECRET_KEY)) complaints.push('SECRET_KEY must be random, not a sample');
  if (env.INBOUND_SECRET && isWeak(env.INBOUND_SECRET)) {
    complaints.push('INBOUND_SECRET must be random, not a sample');
  }
  return complaints;
}

function isWeak(secret: string): boolean {
  return SAMPLE_SECRET.test(secret) || new Set(secret).size < LEAST_VARIETY;
}
