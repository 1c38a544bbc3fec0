import type { ParsedMail } from './parsed-mail.js';

/** Not `postmaster@`: in small companies that is a person. */
const MAILER_LOCAL_PARTS = /^(mailer-daemon|mail-daemon|mdaemon)@/;

/** What people read when a machine answers; alone it proves little, people write such subjects, too. */
const AUTO_REPLY_SUBJECT =
  /^\s*(auto(matic|matische|mated)?[- ]?(reply|response|antwort)|automatische antwort|abwesenheits(notiz|nachricht)|out of (the )?office|réponse automatique|absence du bureau|respuesta automática|automatisch antwoord|afwezigheidsbericht|odpowiedź automatyczna|autoodpowiedź)\b/i;

/** Reports on the fate of a mail of ours, and on who called it spam (RFC 3464, RFC 5965). */
const REPORTS_ON_MAIL = ['delivery-status', 'feedback-report'];

/**
 * A mail server on a mail of ours. The null sender alone is enough: RFC 5321 keeps it for such mails, and nobody
 * could be answered. Auto-replies use it, too, and say that they are some: those are not bounces.
 */
export function isBounce(mail: ParsedMail): boolean {
  if (mail.report) return REPORTS_ON_MAIL.includes(mail.report.type);
  if (MAILER_LOCAL_PARTS.test(mail.from ?? '')) return true;
  return mail.returnPath === '' && !saysAutoReply(mail);
}

export function isAutoReply(mail: ParsedMail): boolean {
  return (
    mail.report !== null || // a read receipt: the other reports are bounces
    saysAutoReply(mail) ||
    /^(bulk|junk)\b/.test(mail.precedence ?? '') ||
    mail.autoResponseSuppress !== null ||
    isAutoReplyBySubject(mail)
  );
}

function saysAutoReply(mail: ParsedMail): boolean {
  const isAutoSubmitted = mail.autoSubmitted !== null && !/^no\b/.test(mail.autoSubmitted);
  return (
    isAutoSubmitted || mail.autoReplyHeaders.length > 0 || /^auto[_-]reply\b/.test(mail.precedence ?? '')
  );
}

/**
 * The last resort: such a subject on an answer to a mail of ours. On a mail that starts something it is somebody's
 * ticket about an out-of-office reply.
 */
function isAutoReplyBySubject(mail: ParsedMail): boolean {
  const isAnswer = mail.inReplyTo.length + mail.references.length > 0;
  return isAnswer && AUTO_REPLY_SUBJECT.test(mail.subject);
}

export function isFromMailingList(mail: ParsedMail): boolean {
  return mail.listHeaders.length > 0 || /^list\b/.test(mail.precedence ?? '');
}

/**
 * Did our own mail server find that the sender is forged (RFC 8601, DMARC)? Anybody can send such a header along, so
 * only those of the server we trust count, and only against a mail: none of them ever makes one good.
 *
 * @param trustedServer its authserv-id; null: none is trusted
 */
export function failsAuthentication(mail: ParsedMail, trustedServer: string | null): boolean {
  if (trustedServer === null) return false;
  return mail.authenticationResults
    .map((value) => value.replace(/\([^()]*\)/g, ' ').split(';'))
    .filter(([server = '']) => server.trim().split(/\s/)[0]!.toLowerCase() === trustedServer.toLowerCase())
    .some(([, ...results]) => results.some((result) => /^\s*dmarc\s*=\s*fail\b/i.test(result)));
}
