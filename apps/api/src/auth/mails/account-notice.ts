import { renderMail } from '../../platform/mail/mail-layout.js';
import { type Mail, oneLine } from '../../platform/mail/mail.js';
import type { UserEntity } from '../../users/index.js';

interface Facts {
  publicUrl: string;
  messageId: string;
}

type Person = Pick<UserEntity, 'email' | 'firstName'>;

const FOOTER = ['You did not ask for this? Then tell our support team, in a ticket or by phone.'];

/** To the address before. The new one does not stand in it: whoever reads this may not be the person any more. */
export function addressChangedMail(to: string, person: Person, facts: Facts): Mail {
  return notice(to, person, facts, 'Your account has another e-mail address', [
    'An admin gave your account another e-mail address. Mail of the help desk goes there from now on.',
    'Your password stays as it is.',
  ]);
}

export function twoFactorDisabledMail(person: Person, facts: Facts): Mail {
  return notice(person.email, person, facts, 'Two-factor sign-in was switched off', [
    'An admin switched off two-factor sign-in for your account: your password alone lets you in.',
    'Set it up again in your account as soon as you can.',
  ]);
}

function notice(
  to: string,
  { firstName }: Person,
  { publicUrl, messageId }: Facts,
  subject: string,
  parts: string[],
): Mail {
  const link = { label: 'Open your account', url: `${publicUrl}/account` };
  const content = { subject, greeting: `Hello ${oneLine(firstName)},`, parts, link, footer: FOOTER };
  return { to, messageId, ...renderMail(content) };
}
