export {
  type AnsweredTicket,
  classifyMail,
  MAIL_QUOTA,
  type MailFacts,
  unreadable,
  type Verdict,
} from './classify-mail.js';
export { findThread, isOurOwn, type Signatures } from './find-thread.js';
export { InboundMailEntity } from './inbound-mail.entity.js';
export { InboundMailModule } from './inbound-mail.module.js';
export { MailIdentity } from './mail-identity.js';
export type { MailNotedData } from './mail.events.js';
export { MessageIds } from './message-ids.js';
export { parseMail } from './parse-mail.js';
export * from './parsed-mail.js';
export { type Named, ReplyAddresses } from './reply-address.js';
export { type SplitReply, splitReply } from './split-reply.js';
