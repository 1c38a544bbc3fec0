import type { EventFacts } from '../integration-adapter.js';
import { sampleFacts } from '../sample-facts.js';
import { slackMessage } from './slack-message.js';

const ada = { id: 7, name: 'Ada <Lovelace>', role: 'user', avatar: null } as const;
const { ticket: sample, ...rest } = sampleFacts(
  ada,
  'https://help.example.com',
  new Date('2026-11-24T09:00:00Z'),
);

const facts = (fields: Partial<EventFacts> = {}, ticket: Partial<EventFacts['ticket']> = {}): EventFacts => ({
  ...rest,
  type: 'ticket.created',
  ticket: {
    ...sample,
    id: 182,
    url: 'https://help.example.com/tickets/182',
    title: 'Printer on fire',
    ...ticket,
  },
  ...fields,
});
const textOf = (of: EventFacts) => JSON.stringify(slackMessage(of));

describe('a message to Slack', () => {
  it('says who did what, links the ticket, and tells how it stands', () => {
    expect(
      slackMessage(facts({ actor: { ...ada, name: 'Ada' } }, { priority: 'urgent', status: 'in_progress' })),
    ).toEqual({
      text: 'Ada opened a ticket: #182 Printer on fire',
      blocks: [
        { type: 'header', text: { type: 'plain_text', text: 'Ada opened a ticket' } },
        {
          type: 'section',
          text: { type: 'mrkdwn', text: '*<https://help.example.com/tickets/182|#182 Printer on fire>*' },
        },
        {
          type: 'context',
          elements: [
            { type: 'mrkdwn', text: 'Requester: Ada &lt;Lovelace&gt;' },
            { type: 'mrkdwn', text: 'Assignee: nobody' },
            { type: 'mrkdwn', text: 'Status: in progress' },
            { type: 'mrkdwn', text: 'Priority: urgent' },
          ],
        },
      ],
    });
  });
  it('quotes what was said, line by line', () => {
    const comment = { id: 1, author: ada, content: 'Still burning.\nHurry & come', created_at: '' };
    expect(slackMessage(facts({ type: 'comment.added', comment })).blocks[2]).toEqual({
      type: 'section',
      text: { type: 'mrkdwn', text: '> Still burning.\n> Hurry &amp; come' },
    });
  });
  it.each<[EventFacts['changes'][number], string]>([
    [{ field: 'status', from: 'in_progress', to: 'resolved' }, 'Status: in progress → resolved'],
    [{ field: 'assigned_to', from: null, to: 'Grace' }, 'Assignee: nobody → Grace'],
    [{ field: 'admin_feedback', from: null, to: 'Done.' }, 'Feedback: Done.'],
    [{ field: 'title', from: 'a_b', to: '<c>' }, 'Title: a_b → &lt;c&gt;'],
    [{ field: 'description', from: 'old', to: 'new' }, 'Description was rewritten'],
  ])('tells a change of $field', (change, line) => {
    expect(JSON.stringify(slackMessage(facts({ changes: [change] })))).toContain(line);
  });
  it.each(['<!channel>', '<@U123>', '<https://evil.example|Click>', '&lt;!here&gt;'])(
    'lets nobody mention, link or notify by writing %s',
    (text) => {
      const comment = { id: 1, author: { ...ada, name: text }, content: text, created_at: '' };
      const sent = slackMessage(facts({ type: 'comment.added', comment, actor: null }, { title: text }));
      const marked = sent.blocks.flatMap((block) =>
        block.type === 'context' ? block.elements : [block.text],
      );
      const lines = [
        sent.text,
        ...marked.filter(({ type }) => type === 'mrkdwn').map((one) => one.text),
      ].join('\n');
      expect(lines.replace(/<https:\/\/help\.example\.com[^|>]*\|[^>]*>/, '')).not.toMatch(
        /<|&(?!(amp|lt|gt);)/,
      );
    },
  );
  it('stays within the limits of Slack, whatever people write', () => {
    const long = '&😀<'.repeat(7_000);
    const comment = { id: 1, author: ada, content: long, created_at: '' };
    const changes = (['title', 'category', 'priority'] as const).map((field) => ({
      field,
      from: long,
      to: long,
    }));
    const sent = slackMessage(
      facts({ type: 'comment.added', comment, changes, actor: { ...ada, name: long } }, { title: long }),
    );
    const [header, section, quote] = sent.blocks as { text: { text: string } }[];
    expect(header!.text.text.length).toBeLessThanOrEqual(150);
    expect(section!.text.text.length).toBeLessThanOrEqual(3_000);
    expect(quote!.text.text.length).toBeLessThanOrEqual(3_000);
    expect(sent.text.length).toBeLessThanOrEqual(4_000);
    expect(sent.blocks.length).toBeLessThanOrEqual(50);
    expect(textOf(facts({ comment })).isWellFormed()).toBe(true);
  });
});
