import type { Env } from '../platform/config/env.js';

const DAY_MS = 86_400_000;

/** When resolved tickets close by themselves. */
export interface ClosingRules {
  /** From the resolution on. */
  closeAfterMs: number;
  /** From the warning on; 0: there is none. */
  warningMs: number;
}

/** Undefined: they never do. */
export function closingRules(env: Pick<Env, 'AUTO_CLOSE_DAYS' | 'AUTO_CLOSE_WARNING_DAYS'>) {
  if (env.AUTO_CLOSE_DAYS === 0) return undefined;
  return {
    closeAfterMs: env.AUTO_CLOSE_DAYS * DAY_MS,
    warningMs: env.AUTO_CLOSE_WARNING_DAYS * DAY_MS,
  } satisfies ClosingRules;
}

/** What was resolved by then is warned about now. */
export function warnWhatWasResolvedBy({ closeAfterMs, warningMs }: ClosingRules, now: Date): Date {
  return new Date(now.getTime() - Math.max(0, closeAfterMs - warningMs));
}

/** What was resolved by then is closed now, if its warning is old enough. */
export function closeWhatWasResolvedBy({ closeAfterMs }: ClosingRules, now: Date): Date {
  return new Date(now.getTime() - closeAfterMs);
}

/** Warnings from before then are old enough; null: none is asked for. */
export function warnedBy({ warningMs }: ClosingRules, now: Date): Date | null {
  return warningMs === 0 ? null : new Date(now.getTime() - warningMs);
}

/** The earliest moment at which a ticket that is warned about now is closed. */
export function closesAt({ closeAfterMs, warningMs }: ClosingRules, resolvedAt: Date, now: Date): Date {
  return new Date(Math.max(resolvedAt.getTime() + closeAfterMs, now.getTime() + warningMs));
}
