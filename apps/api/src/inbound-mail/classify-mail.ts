import type { QuarantineReason } from '@ticketing/contracts';
import { failsAuthentication, isAutoReply, isBounce, isFromMailingList } from './machine-signs.js';
import type { MailProblem, ParsedMail } from './parsed-mail.js';
import type { Named } from './reply-address.js';
import { splitReply } from './split-reply.js';

/**
 * How many mails an hour are enough: people do not write more, loops do. So many more wait for an admin, who learns of
 * it by them; the rest is only noted. Of machines' mails so many show in the history of a ticket.
 */
export const MAIL_QUOTA = { ofSender: 20, onTicket: 40, held: 5, notedOnTicket: 10 };

/** What the mail answers: a ticket and a person that our signature names, and what that person may do there. */
export interface AnsweredTicket extends Named {
  kind: 'ours';
  isVisible: boolean;
  /** The policy's word, when visible: requesters write nothing on closed tickets, admins do. */
  mayComment: boolean;
}

/** What the caller looked up for one mail. */
export interface MailFacts {
  /** A mail with this Message-ID of this sender (without one: with these bytes) was taken in before. */
  isKnown: boolean;
  /** From an address of ours, or under a Message-ID that we gave. */
  isOurOwn: boolean;
  /** The account with the address in `From`, also one that may no longer do anything. */
  sender: { id: number; isActive: boolean; isVerified: boolean } | null;
  /** By `findThread`. Undefined: it answers nothing of ours. */
  thread: AnsweredTicket | { kind: 'forged' } | undefined;
  /**
   * Mails of the last hour before this one that were filed or held. Those that fail authentication are counted apart from those that do not:
   * a forger must not use up the quota of the person whose name it is.
   */
  recent: { ofSender: number; onTicket: number };
  /** Whose `Authentication-Results` count: the server that hands us the mail. */
  trustedServer: string | null;
}

/** What becomes of a mail. */
export type Verdict =
  | { kind: 'duplicate' }
  | { kind: 'own_mail' }
  /** Kept on the ticket when we know which; changes nothing there. So for auto-replies. */
  | { kind: 'bounce'; ticketId: number | null }
  | { kind: 'auto_reply'; ticketId: number | null }
  | { kind: 'mailing_list' }
  | { kind: 'over_quota'; of: 'sender' | 'ticket' }
  | ({ kind: 'comment' } & Named)
  /** `follows`: the closed ticket that it answers, to be mentioned. */
  | { kind: 'ticket'; userId: number; follows: number | null }
  | { kind: 'quarantine'; reason: QuarantineReason; problem?: MailProblem };

/** The verdict on bytes that are no mail. */
export function unreadable(problem: MailProblem): Verdict {
  return { kind: 'quarantine', reason: 'malformed', problem };
}

/**
 * Decides what becomes of a mail; the first rule that speaks wins. The order is the safety: what must not act comes
 * first, what does the most comes last.
 */
export function classifyMail(mail: ParsedMail, facts: MailFacts): Verdict {
  return (
    loop(mail, facts) ??
    flood(facts) ??
    suspect(mail, facts) ??
    excess(facts) ??
    answer(mail, facts) ??
    beginning(mail, facts)
  );
}

/**
 * What comes again or from machines, before anything looks at who wrote: a machine with the address of a person is
 * still a machine, and answering it is how loops begin.
 */
function loop(mail: ParsedMail, facts: MailFacts): Verdict | undefined {
  // Servers deliver twice: whatever the first one came to, the second adds nothing.
  if (facts.isKnown) return { kind: 'duplicate' };
  // Ours carry Auto-Submitted: as auto-replies they would be kept on tickets, once for each round.
  if (facts.isOurOwn) return { kind: 'own_mail' };
  // Postfix marks bounces as auto-replied: the other way round, none would ever be found.
  if (isBounce(mail)) return { kind: 'bounce', ticketId: ticketOf(facts) };
  // Lists mark all they send as bulk, and an auto-reply never passes through one: the list says more.
  if (isFromMailingList(mail)) return { kind: 'mailing_list' };
  if (isAutoReply(mail)) return { kind: 'auto_reply', ticketId: ticketOfSender(mail, facts) };
  return undefined;
}

/** Loops that no header gives away. Before the quarantine, which would be flooded otherwise. */
function flood(facts: MailFacts): Verdict | undefined {
  const of = overQuota(facts, MAIL_QUOTA.held);
  return of && { kind: 'over_quota', of };
}

/** The first of too many: whoever they are from, somebody has to know that nothing is filed any more. */
function excess(facts: MailFacts): Verdict | undefined {
  return overQuota(facts) && quarantine('over_quota');
}

/** What is held counts as well: while a loop goes on, nothing of it is filed. */
function overQuota({ recent, thread }: MailFacts, more = 0): 'sender' | 'ticket' | undefined {
  if (recent.ofSender >= MAIL_QUOTA.ofSender + more) return 'sender';
  const isOver = thread?.kind === 'ours' && recent.onTicket >= MAIL_QUOTA.onTicket + more;
  return isOver ? 'ticket' : undefined;
}

/** Mails of which nobody can say who wrote them or what. Before the rules that believe `From`. */
function suspect(mail: ParsedMail, { trustedServer }: MailFacts): Verdict | undefined {
  if (mail.hasSeveralSenders) return quarantine('several_senders');
  if (mail.from === null) return quarantine('malformed');
  if (failsAuthentication(mail, trustedServer)) return quarantine('failed_authentication');
  return undefined;
}

/**
 * Answers to mails of ours. Before the rules for senders in general: a stranger with somebody's reply address is
 * worth more attention than any other stranger.
 */
function answer(mail: ParsedMail, { thread, sender }: MailFacts): Verdict | undefined {
  if (!thread) return undefined;
  if (thread.kind === 'forged') return quarantine('forged_reply');
  // Addresses get forwarded and leak: the signature says whose it is, `From` must say the same.
  if (sender?.id !== thread.userId) return quarantine('not_the_recipient');
  return unwelcome(sender) ?? commentOn(thread, mail);
}

function commentOn(thread: AnsweredTicket, mail: ParsedMail): Verdict {
  const { ticketId, userId } = thread;
  // Deleted, or of somebody who is no longer an admin: it must not even be told that it is there.
  if (!thread.isVisible) return quarantine('ticket_not_visible');
  if (saysNothing(splitReply(mail.text).written, mail)) return quarantine('empty');
  return thread.mayComment
    ? { kind: 'comment', ticketId, userId }
    : { kind: 'ticket', userId, follows: ticketId };
}

/** Mails that answer nothing of ours. */
function beginning(mail: ParsedMail, { sender }: MailFacts): Verdict {
  if (!sender) return quarantine('unknown_sender');
  const isEmpty = saysNothing(`${mail.subject}${mail.text}`, mail);
  return (
    unwelcome(sender) ??
    (isEmpty ? quarantine('empty') : { kind: 'ticket', userId: sender.id, follows: null })
  );
}

/**
 * People whose mails do nothing by themselves. An address that is not verified may be that of somebody else, in whose
 * name a stranger registered and opened tickets: an answer from there must not land before the stranger's eyes.
 */
function unwelcome(sender: { isActive: boolean; isVerified: boolean }): Verdict | undefined {
  if (!sender.isActive) return quarantine('inactive_sender');
  return sender.isVerified ? undefined : quarantine('unverified_sender');
}

function saysNothing(text: string, { attachments }: ParsedMail): boolean {
  return text.trim() === '' && attachments.length === 0;
}

function ticketOf({ thread }: MailFacts): number | null {
  return thread?.kind === 'ours' ? thread.ticketId : null;
}

/** Whose machine answers must be the one who was written to; bounces come from servers and prove it by the signature. */
function ticketOfSender(mail: ParsedMail, facts: MailFacts): number | null {
  const isRecipients = facts.thread?.kind === 'ours' && facts.thread.userId === facts.sender?.id;
  return isRecipients && !failsAuthentication(mail, facts.trustedServer) ? ticketOf(facts) : null;
}

function quarantine(reason: QuarantineReason): Verdict {
  return { kind: 'quarantine', reason };
}
