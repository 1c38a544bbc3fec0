import { commentContent, excerptOf, ticketDescription, ticketTitle } from './mail-texts.js';
import type { MailAttachment } from './parsed-mail.js';

const file = (facts: Partial<MailAttachment> = {}): MailAttachment => ({
  filename: 'screen.png',
  contentType: 'image/png',
  size: 12_345,
  isInline: false,
  content: Buffer.alloc(0),
  ...facts,
});
const title = (subject: string, text = '') => ticketTitle({ subject, text });

describe('the title of a ticket that a mail opened', () => {
  it.each([
    ['Printer on fire', 'Printer on fire'],
    ['Re: Printer on fire', 'Printer on fire'],
    ['AW: WG: Re[2]: Printer on fire', 'Printer on fire'],
    ['Fwd: FW:Printer', 'Printer'],
    ['Recipe: how to print', 'Recipe: how to print'],
    ['RE', 'Mail without a subject'],
  ])('of "%s" is "%s"', (subject, expected) => expect(title(subject)).toBe(expected));
  it('is the first words where the subject says nothing', () => {
    expect(title('Re: ', 'It burns.\nCome quickly.')).toBe('It burns. Come quickly.');
    expect(title('', `${'word '.repeat(30)}end`)).toMatch(/^(word ){11}word…$/);
  });
  it('is there for a mail of nothing but a picture', () =>
    expect(title('', ' ')).toBe('Mail without a subject'));
  it('has at most 200 code points and no half of one', () =>
    expect([...title('😀'.repeat(300))]).toEqual(Array(200).fill('😀')));
});

describe('what a mail says', () => {
  it('is its text', () => expect(commentContent('Yes.', [])).toBe('Yes.'));
  it('names the files that came with it, as code, so that a name is no Markdown', () =>
    expect(commentContent('See.', [file(), file({ filename: '`![x](y)`.pdf', size: 2_345_678 })])).toBe(
      "See.\n\nAttached to the mail: `screen.png` (13 kB), `'![x](y)'.pdf` (2.3 MB)",
    ));
  it('leaves out the logo of a signature, unless it is all there is', () => {
    expect(commentContent('Yes.', [file({ isInline: true })])).toBe('Yes.');
    expect(commentContent('', [file({ isInline: true })])).toContain('screen.png');
  });
  it('says so when there is no text', () => expect(commentContent(' ', [])).toBe('(The mail has no text.)'));
  it('is cut at 20,000 code points with a note, and the files are still named', () => {
    const content = commentContent('😀'.repeat(30_000), [file()]);
    expect([...content]).toHaveLength(20_000);
    expect(content).toMatch(/The mail is longer.+\n\nAttached to the mail: `screen.png`/);
  });
  it('names the closed ticket that it answers', () =>
    expect(ticketDescription({ text: 'Again.', attachments: [] }, 43)).toBe(
      'Answer to ticket 43, which is closed.\n\nAgain.',
    ));
});

it('an excerpt is one line of at most 140 code points', () => {
  expect(excerptOf(' a\n\n b ')).toBe('a b');
  expect([...excerptOf('😀'.repeat(400))]).toHaveLength(140);
});
