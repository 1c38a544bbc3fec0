import type { UserEntity } from '../../users/index.js';
import { type Mail, oneLine } from '../../platform/mail/mail.js';
import { renderMail } from '../../platform/mail/mail-layout.js';
import type { MailTokenPurpose } from '../mail-tokens/mail-token.entity.js';

const LIFE = 'The link is good once, for an hour.';

interface Words {
  subject: string;
  paragraphs: string[];
  label: string;
  path: string;
  footer: string;
}

/** Why a link is mailed: who never chose a password is greeted and not warned. */
export type MailOccasion = MailTokenPurpose | 'invitation';

const WORDS: Record<MailOccasion, Words> = {
  invitation: {
    subject: 'You have an account for our help desk',
    paragraphs: [
      'An account was made for you, so that you can follow your tickets and answer.',
      `Choose a password to sign in. ${LIFE}`,
    ],
    label: 'Choose a password',
    path: 'reset-password',
    footer: 'The link is too old? Ask for a new password on the page to sign in.',
  },
  reset_password: {
    subject: 'Set a new password',
    paragraphs: ['Somebody, most likely you, wants a new password for your account.', LIFE],
    label: 'Set a new password',
    path: 'reset-password',
    footer: 'It was not you? Then do nothing: your password stays as it is.',
  },
  verify_email: {
    subject: 'Verify your e-mail address',
    paragraphs: ['Press the link, so that we know that answers reach you here.', LIFE],
    label: 'Verify this address',
    path: 'verify-email',
    footer: 'You have no account here? Then do nothing.',
  },
};

/** A mail with a link of an account. */
export function accountMail(
  occasion: MailOccasion,
  user: Pick<UserEntity, 'email' | 'firstName'>,
  { publicUrl, token, messageId }: { publicUrl: string; token: string; messageId: string },
): Mail {
  const { subject, label, path, paragraphs, footer } = WORDS[occasion];
  const content = {
    subject,
    greeting: `Hello ${oneLine(user.firstName)},`,
    parts: paragraphs,
    link: { label, url: `${publicUrl}/${path}/${token}` },
    footer: [footer],
  };
  return { to: user.email, messageId, ...renderMail(content) };
}
