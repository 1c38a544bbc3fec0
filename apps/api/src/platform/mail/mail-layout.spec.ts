import { oneLine } from './mail.js';
import { type MailPart, renderMail } from './mail-layout.js';

const render = (...parts: MailPart[]) =>
  renderMail({
    subject: '[#1] <b>Printer</b>',
    greeting: 'Hello Ada,',
    parts,
    link: { label: 'Open the ticket', url: 'https://help.example.com/tickets/1?a=1&b=2' },
    footer: ['Switch it off: https://help.example.com/account#notifications.'],
  });

describe('a mail', () => {
  it('says the same as text and as HTML', () => {
    const { text, html } = render('It burns.');
    expect(text).toBe(
      'Hello Ada,\n\nIt burns.\n\nOpen the ticket: https://help.example.com/tickets/1?a=1&b=2\n\n' +
        'Switch it off: https://help.example.com/account#notifications.\n',
    );
    for (const words of ['Hello Ada,', 'It burns.', 'Open the ticket', 'Switch it off:']) {
      expect(html).toContain(words);
    }
  });
  it('shows what people wrote as they wrote it: no tag of theirs is one', () => {
    const { html } = render({ quote: '<img src=x onerror=alert(1)> & "so" \'on\'' });
    expect(html).toContain('&lt;img src=x onerror=alert(1)&gt; &amp; &quot;so&quot; &#39;on&#39;');
    expect(html).not.toMatch(/<img|<b>|onerror="/);
  });
  it('lists links to choose from, one on each line of the text', () => {
    const { text, html } = render('How did we do?', {
      links: [
        { label: '2', url: 'https://help.example.com/rate/x?score=2&y' },
        { label: '1 (bad)', url: 'https://help.example.com/rate/x?score=1' },
      ],
    });
    expect(text).toContain(
      'How did we do?\n\n2: https://help.example.com/rate/x?score=2&y\n1 (bad): https://help.example.com/rate/x?score=1\n',
    );
    expect(html).toMatch(/<a href="https:\/\/help\.example\.com\/rate\/x\?score=2&amp;y"[^>]*>2<\/a>/);
  });
  it('keeps the lines and the indentation of what people wrote', () =>
    expect(render({ quote: 'a\n  b' }).html).toContain('a<br>\n&nbsp;&nbsp;b'));
  it('sets it apart in the text: it cannot pose as our small print', () => {
    const { text } = render({ quote: 'a\n\nOpen the ticket: https://evil.example' });
    expect(text).toContain('\n    a\n\n    Open the ticket: https://evil.example\n');
  });
  it('fetches nothing, names its language and works on dark and light', () => {
    const { html } = render('It burns.');
    expect(html).not.toMatch(/<(img|script|link|iframe|style)\b|url\(|@import|background/);
    expect(html).toContain('<html lang="en">');
    expect(html).toContain('<meta name="color-scheme" content="light dark">');
  });
  it('leads on from its link and from its small print', () => {
    const { html } = render('x');
    expect(html).toContain('href="https://help.example.com/tickets/1?a=1&amp;b=2"');
    expect(html).toContain('href="https://help.example.com/account#notifications"');
  });
  it('shows its first words beside the subject', () =>
    expect(render('Bob wrote:', { quote: `On\nits way. ${'x'.repeat(500)}` }).html).toMatch(
      /overflow:hidden">Bob wrote: On its way\. x{1,110}<\/div>/,
    ));
});

describe('one line', () => {
  it.each([
    ['a\r\nBcc: eve@example.com', 'a Bcc: eve@example.com'],
    ['a\u0000b\u001bc\u0085d\u2028e', 'a b c d e'],
    ['exe.\u202egnp', 'exe. gnp'],
    ['  as   it is  ', 'as it is'],
    ['Grüße 👩‍🚒', 'Grüße 👩‍🚒'],
  ])('%j is %j', (text, line) => expect(oneLine(text)).toBe(line));
});
