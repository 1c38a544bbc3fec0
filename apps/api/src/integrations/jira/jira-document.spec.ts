import { jiraDescription, jiraSummary } from './jira-document.js';

const ticket = {
  id: 182,
  title: 'Printer on fire',
  description: 'Smoke.\nMore smoke.\n\nAnd *fire*.',
  priority: 'urgent',
  category: 'bug',
  requester: 'Ada Lovelace',
  url: 'https://help.example.com/tickets/182',
} as const;

describe('an issue', () => {
  it('says where it comes from, with a link back, and what the requester wrote, as text', () =>
    expect(jiraDescription(ticket)).toEqual({
      type: 'doc',
      version: 1,
      content: [
        {
          type: 'paragraph',
          content: [
            { type: 'text', text: 'Ticket #182', marks: [{ type: 'link', attrs: { href: ticket.url } }] },
            { type: 'text', text: ' of Ada Lovelace: bug, priority urgent.' },
          ],
        },
        { type: 'rule' },
        {
          type: 'paragraph',
          content: [
            { type: 'text', text: 'Smoke.' },
            { type: 'hardBreak' },
            { type: 'text', text: 'More smoke.' },
          ],
        },
        { type: 'paragraph', content: [{ type: 'text', text: 'And *fire*.' }] },
      ],
    }));
  it('has no empty text and no end, whatever was written: Jira refuses both', () => {
    for (const description of [
      '\n\n\n',
      'a\n\n\n\nb',
      'x\r\n\r\ny\r\n',
      '\n'.repeat(20_000),
      '😀'.repeat(20_000),
    ]) {
      const text = JSON.stringify(jiraDescription({ ...ticket, description }));
      expect(text).not.toContain('"text":""');
      expect(text.length).toBeLessThan(60_000);
      expect(text.isWellFormed()).toBe(true);
    }
  });
  it('has a summary of one line', () => {
    expect(jiraSummary({ title: ' a\nb\t c ' })).toBe('a b c');
    expect(jiraSummary({ title: 'x'.repeat(300) })).toHaveLength(255);
  });
});
