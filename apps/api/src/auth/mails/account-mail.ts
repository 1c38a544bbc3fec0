import type { UserEntity } from '../../users/index.js';
import { type LinkMail, type Mail, renderLinkMail } from '../../platform/mail/mail.js';
import type { MailTokenPurpose } from '../mail-tokens/mail-token.entity.js';

const LIFE = 'The link is good once, for an hour.';

type Words = Pick<LinkMail, 'paragraphs' | 'footer'> & { subject: string; label: string; path: string };

const WORDS: Record<MailTokenPurpose, Words> = {
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
  purpose: MailTokenPurpose,
  user: Pick<UserEntity, 'email' | 'firstName'>,
  { publicUrl, token, messageId }: { publicUrl: string; token: string; messageId: string },
): Mail {
  const { subject, label, path, ...words } = WORDS[purpose];
  const link = { label, url: `${publicUrl}/${path}/${token}` };
  return {
    to: user.email,
    subject,
    messageId,
    ...renderLinkMail({ greeting: `Hello ${user.firstName},`, link, ...words }),
  };
}
