import { invalidInput } from '../../platform/http/problem.js';
import { isCommonPassword } from './common-passwords.js';

/** What the account is about: no good as (most of) a password. */
export interface PasswordContext {
  email: string;
  firstName: string;
  lastName: string;
}

/** Names of the product that people reach for. */
const PRODUCT_WORDS = ['ticketing', 'support', 'helpdesk', 'password'];
/** Shorter words are in every sentence. */
const SHORTEST_WORD = 4;
/** So many characters must be left when all context words are taken out. */
const LEAST_OWN = 6;

/**
 * NIST SP 800-63B, 3.1.1.2: length (the DTO's), no composition rules, no common passwords, no context words.
 * @param pointer of the field, for the problem
 * @throws ProblemError 400
 */
export function requireGoodPassword(password: string, context: PasswordContext, pointer: string): void {
  if (isCommonPassword(password))
    throw refuse(pointer, 'This password is one of the most used ones. Take another.');
  if (isMostlyContext(password, context)) {
    throw refuse(pointer, 'This password is too close to your name or address. Take another.');
  }
}

const refuse = (pointer: string, detail: string) => invalidInput([{ pointer, detail }]);

function isMostlyContext(password: string, { email, firstName, lastName }: PasswordContext): boolean {
  const whole = `${email} ${email.split('@')[0]} ${firstName} ${lastName}`.toLowerCase().split(' ');
  const parts = whole.flatMap((word) => [word, ...word.split(/[@.+_-]+/)]);
  const words = [...parts, ...PRODUCT_WORDS].filter((word) => word.length >= SHORTEST_WORD);
  words.sort((a, b) => b.length - a.length); // the whole address before its parts
  const mentioned = words.filter((word) => password.toLowerCase().includes(word));
  const own = mentioned.reduce((rest, word) => rest.replaceAll(word, ''), password.toLowerCase());
  return mentioned.length > 0 && [...own].length < LEAST_OWN;
}
