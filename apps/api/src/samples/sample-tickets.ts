import type { CreateTicketRequest, TicketStatus } from '@ticketing/contracts';
import type { SampleTag } from './sample-tags.js';

/** One thing that happens to a sample ticket after it was opened. */
export type SampleStep =
  | { by: 'customer' | 'admin'; says: string }
  | { by: 'admin'; notes: string }
  | { by: 'admin'; takes: true }
  | { by: 'admin'; tags: SampleTag[] }
  | { by: 'admin'; moves: TicketStatus; feedback?: string };

export interface SampleTicket extends CreateTicketRequest {
  customer: number;
  /** When it was opened; the steps follow 23 minutes apart. */
  minutesAgo: number;
  steps: SampleStep[];
}

export const SAMPLE_CUSTOMERS = [
  { first_name: 'Mara', last_name: 'Lindqvist', email: 'mara.lindqvist@example.org' },
  { first_name: 'Tomás', last_name: 'Herrera', email: 'tomas.herrera@example.org' },
  { first_name: 'Yuki', last_name: 'Tanabe', email: 'yuki.tanabe@example.org' },
  { first_name: 'Chidi', last_name: 'Okafor', email: 'chidi.okafor@example.org' },
];

/** A day at a help desk: every status, priority and category, short and long conversations. */
export const SAMPLE_TICKETS: SampleTicket[] = [
  {
    customer: 0,
    minutesAgo: 1500,
    title: 'Invoice for October is charged twice',
    description:
      'Our bank statement shows **two** debits of 148.00 on 3 October, both with the reference INV-2291.\n\nThe customer portal lists only one invoice. Can you check and refund the second one?',
    category: 'billing',
    priority: 'high',
    steps: [
      { by: 'admin', takes: true },
      { by: 'admin', tags: ['refund'] },
      {
        by: 'admin',
        notes: 'Payment provider retried after a timeout. Both captures went through, refund needed.',
      },
      { by: 'admin', moves: 'in_progress' },
      {
        by: 'admin',
        says: 'Thank you for the exact reference. The second debit is ours to give back: the refund is on its way and takes 2 to 3 bank days.',
      },
      { by: 'customer', says: 'It has arrived this morning. Thanks for the quick help.' },
      {
        by: 'admin',
        moves: 'resolved',
        feedback: 'The second debit of 148.00 was refunded. We also fixed the retry that caused it.',
      },
    ],
  },
  {
    customer: 1,
    minutesAgo: 2900,
    title: 'Export to CSV stops after 1,000 rows',
    description:
      'Steps:\n\n1. Open Reports, choose "All orders", period "This year"\n2. Press Export\n3. The file ends at row 1,001, although the report says 3,412 orders\n\nBrowser: Firefox 145 on Linux.',
    category: 'bug',
    priority: 'medium',
    steps: [
      { by: 'admin', takes: true },
      { by: 'admin', tags: ['regression', 'waiting for a release'] },
      { by: 'admin', moves: 'in_progress' },
      { by: 'admin', notes: 'Reproduced. The export uses the page limit of the list. Fix is in review.' },
      { by: 'admin', says: 'We can see it here too. A fix is being tested and should be out this week.' },
    ],
  },
  {
    customer: 2,
    minutesAgo: 35,
    title: 'Nobody in our office can sign in',
    description:
      'Since about 9:10 all twelve of us get "Something went wrong" after the password. The status page is green.',
    category: 'bug',
    priority: 'urgent',
    steps: [],
  },
  {
    customer: 3,
    minutesAgo: 4400,
    title: 'Dark mode for the mobile app',
    description:
      'I answer most messages late in the evening. A dark theme that follows the phone would be great.',
    category: 'feature',
    priority: 'low',
    steps: [
      {
        by: 'admin',
        says: 'Noted, thank you. Would you want it to follow the system, or a switch of its own?',
      },
      { by: 'admin', moves: 'pending_user' },
    ],
  },
  {
    customer: 0,
    minutesAgo: 7300,
    title: 'How do I add a second administrator?',
    description:
      'I go on leave in December and somebody should stand in. Where do I give a colleague the rights?',
    category: 'support',
    priority: 'medium',
    steps: [
      { by: 'admin', takes: true },
      { by: 'admin', says: 'Under **Settings > Team**, open the colleague and switch on "Administrator".' },
      { by: 'customer', says: 'Found it, thank you!' },
      { by: 'admin', moves: 'resolved', feedback: 'Settings > Team > Administrator.' },
      { by: 'admin', moves: 'closed' },
    ],
  },
  {
    customer: 1,
    minutesAgo: 300,
    title: 'Attachment preview shows the wrong page',
    description: 'A PDF with a cover page opens on page 2. Downloading it shows all pages.',
    category: 'bug',
    priority: 'low',
    steps: [],
  },
  {
    customer: 2,
    minutesAgo: 620,
    title: 'Change the company name on all documents',
    description: 'We are now "Tanabe & Partners". The old name still stands on quotes and on invoices.',
    category: 'other',
    priority: 'medium',
    steps: [
      { by: 'admin', takes: true },
      {
        by: 'admin',
        says: 'Could you send us the extract of the register, so that we can change the billing data too?',
      },
      { by: 'admin', moves: 'pending_user' },
    ],
  },
  {
    customer: 3,
    minutesAgo: 190,
    title: 'Webhook deliveries are 20 minutes late',
    description:
      'Deliveries that used to arrive within seconds have been late since Monday. Our endpoint answers in 80 ms.',
    category: 'support',
    priority: 'high',
    steps: [
      { by: 'admin', tags: ['VIP'] },
      {
        by: 'admin',
        notes: 'One tenant floods the shared queue. Talk to platform about a limit per tenant.',
      },
      { by: 'admin', moves: 'in_progress' },
    ],
  },
];
