import type { InboundMailState, QuarantineReason } from '@ticketing/contracts';
import type { BadgeValue } from '../../registry/field-description';

/** Why a mail waits, in a few words. */
export const REASON_WORDS: Record<QuarantineReason, string> = {
  malformed: 'Cannot be read',
  several_senders: 'Several senders',
  failed_authentication: 'Sender may be forged',
  forged_reply: 'Forged reply',
  not_the_recipient: 'Reply of somebody else',
  unknown_sender: 'Unknown sender',
  inactive_sender: 'Closed account',
  unverified_sender: 'Unverified address',
  ticket_not_visible: 'Ticket out of sight',
  empty: 'Says nothing',
  over_quota: 'Too many mails',
  filing_failed: 'Could not be filed',
};

/** The same for whoever has to decide. */
export const REASON_SENTENCES: Record<QuarantineReason, string> = {
  malformed: 'This is no well-formed mail. Download the source to see what came.',
  several_senders: 'It names several senders, so nobody can say whose mail it is.',
  failed_authentication: 'The mail server that received it could not confirm that it comes from this sender.',
  forged_reply: 'It claims to answer one of our mails, but the signature is not ours.',
  not_the_recipient: 'It answers a mail that we sent to somebody else.',
  unknown_sender: 'Nobody has an account with this address.',
  inactive_sender: 'The account with this address is closed.',
  unverified_sender: 'The account with this address has never confirmed it.',
  ticket_not_visible: 'The sender may not see the ticket that it answers.',
  empty: 'Without quotes and signature nothing is left of it.',
  over_quota:
    'It is one of too many within an hour, by this sender or on this ticket. More of them are only noted: look under “Noted”.',
  filing_failed: 'It could not be filed by itself. The log of the server says why.',
};

export const STATE_WORDS: Record<InboundMailState, BadgeValue> = {
  received: { label: 'Received', tone: 'quiet' },
  filed: { label: 'Filed', tone: 'good' },
  noted: { label: 'Noted', tone: 'quiet' },
  quarantined: { label: 'Waits for a decision', tone: 'waiting' },
  accepted: { label: 'Accepted', tone: 'good' },
  discarded: { label: 'Discarded', tone: 'quiet' },
};

/** `Carla <carla@example.com>`, as far as it is known. */
export function senderWords({ sender, sender_name }: { sender: string | null; sender_name: string }): string {
  if (sender === null) return sender_name || 'No sender';
  return sender_name ? `${sender_name} <${sender}>` : sender;
}

export function sizeWords(bytes: number): string {
  if (bytes < 1_000) return `${bytes} B`;
  return bytes < 1_000_000 ? `${Math.round(bytes / 1_000)} kB` : `${(bytes / 1_000_000).toFixed(1)} MB`;
}
