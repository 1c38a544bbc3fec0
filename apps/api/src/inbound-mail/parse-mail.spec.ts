import fc from 'fast-check';
import { factsOf, mailNames, mailSource, readMail } from '../../test/mail-world.js';
import { classifyMail } from './classify-mail.js';
import { failsAuthentication } from './machine-signs.js';
import { MailHeaders } from './mail-headers.js';
import { contentOf } from './mail-record.js';
import { parseMail } from './parse-mail.js';
import { MAIL_LIMITS, MAIL_PROBLEMS, type ParsedMail } from './parsed-mail.js';
import { splitReply } from './split-reply.js';

/** A mail of these lines. */
async function read(...lines: string[]): Promise<ParsedMail> {
  const parsed = await parseMail(Buffer.from(lines.join('\r\n')));
  if (!parsed.ok) throw new Error(parsed.problem);
  return parsed.mail;
}

describe('the subject', () => {
  it.each([
    ['ticket-iso-8859-1', 'Drücker streikt'],
    ['ticket-raw-8bit-subject', 'Drucker für Büro 3'],
    ['ticket-shift-jis', 'プリンタの故障'],
    ['ticket-iso-2022-jp', '故障'],
    ['ticket-koi8-r', 'Принтер'],
    ['ticket-utf8-base64', 'Übergrößen 😀 im Betreff'],
    ['ticket-nul-bytes', 'NUL in it'],
    ['ticket-header-injection', 'Hello Bcc: eve@example.net Body'],
    ['ticket-empty', ''],
  ])('of %s is "%s"', async (name, subject) => expect((await readMail(name)).subject).toBe(subject));

  it('has an end, and no half character there', async () => {
    expect((await readMail('ticket-huge-subject')).subject).toHaveLength(199); // the last word is whole
    const { subject } = await read(`Subject: ${'x'.repeat(199)}😀`, '', '');
    expect(subject).toBe('x'.repeat(199));
  });
});

describe('the text', () => {
  it.each([
    ['ticket-iso-8859-1', 'Der Drucker für Büro 3 läuft nicht.'],
    ['ticket-shift-jis', '三階のプリンタが動きません。'],
    ['ticket-iso-2022-jp', '動きません。'],
    ['ticket-koi8-r', 'Не печатает.'],
    ['ticket-utf8-base64', 'Zażółć gęślą jaźń 😀'],
    ['ticket-unknown-charset', 'Charset from Mars.'],
    ['ticket-nul-bytes', 'Onetwo[31m three.'],
    ['ticket-lf-only', 'Line ends of Unix.\nTwo lines.'],
    ['ticket-broken-mime', 'Broken =ZZ in every way'],
    ['ticket-truncated-base64', 'Hello world, this is cut off in the mid'],
    ['ticket-mixed-with-pdf', 'The bill is attached.'],
  ])('of %s', async (name, text) => expect((await readMail(name)).text.trim()).toBe(text));

  it('is made of HTML where there is nothing else: no script, no style, no picture, links with their address', async () => {
    expect((await readMail('ticket-html-only')).text).toBe(
      [
        'Broken projector',
        'It shows nothing & hums.',
        ' * room 12\n * since today',
        'See our wiki <https://wiki.example.org/projector>.',
      ].join('\n\n'),
    );
  });

  it('of HTML keeps its lines as long as they are', async () => {
    const words = 'word '.repeat(100).trim();
    expect((await read('Content-Type: text/html', '', `<p>${words}</p>`)).text).toBe(words);
  });

  it('has an end: the raw source has the rest', async () => {
    const { text } = await read('Subject: long', '', 'x'.repeat(MAIL_LIMITS.text + 10));
    expect(text).toHaveLength(MAIL_LIMITS.text);
  });

  it('of HTML that is nested without end has its words, but no form', async () => {
    const html = `${'<b></i>'.repeat(60_000)}deep`;
    expect((await read('Content-Type: text/html', '', html)).text.trim()).toBe('deep');
  });
});

describe('the addresses', () => {
  it('are canonical, of every header that says where it went', async () => {
    const mail = await read(
      'From: "Byron, Ada" <ADA@Example.ORG>',
      'To: Support <Support@help.example.com>, Friends: bob@example.org, =?utf-8?q?B=C3=BCro?= <b@b\u00fccher.example>;',
      'Cc: broken, <also broken@>, dora@example.com',
      'Delivered-To: inbox@help.example.com',
      'X-Original-To: support+x@help.example.com',
      '',
      '',
    );
    expect(mail).toMatchObject({
      from: 'ada@example.org',
      fromName: 'Byron, Ada',
      to: ['support@help.example.com', 'bob@example.org', 'b@xn--bcher-kva.example'],
      cc: ['dora@example.com'],
      deliveredTo: ['inbox@help.example.com', 'support+x@help.example.com'],
    });
  });

  it.each([
    ['from-group', null, true],
    ['from-two-addresses', null, true],
    ['from-twice', null, true],
    ['from-missing', null, false],
    ['from-empty-group', null, false],
    ['from-hidden-in-encoded-word', null, false],
    ['from-encoded-local-part', null, false],
    ['kelvin-sign-sender', null, false],
    ['unknown-sender-with-known-name', 'eve@example.net', false],
    ['unknown-sender-with-reply-to', 'eve@example.net', false],
  ])('%s is from %s', async (name, from, hasSeveralSenders) => {
    expect(await readMail(name)).toMatchObject({ from, hasSeveralSenders });
  });

  it.each([
    ['one after the other', (all: string) => all],
    ['in a group', (all: string) => `Everybody: ${all};`],
  ])('are read quickly, also 40,000 of them, %s', async (_, listed) => {
    const all = Array.from({ length: 40_000 }, (__, i) => `${i.toString(36)}@b`);
    const started = performance.now();
    const headers = new MailHeaders([{ key: 'to', line: `To: ${listed(all.join(','))}` }]);
    const found = headers.mailboxes('to').flatMap(({ group, ...one }) => group ?? [one]);
    expect(found).toHaveLength(MAIL_LIMITS.recipients + 1);
    expect(performance.now() - started).toBeLessThan(1_000);
  });
});

describe('what servers found out about the sender', () => {
  it('is read to its end: no long result before it pushes the verdict out of sight', async () => {
    const padding = `spf=none smtp.mailfrom=${'x'.repeat(8_000)}@example.org`;
    const mail = await read(
      `Authentication-Results: mx.help.example.com; ${padding};`,
      ' dmarc=fail header.from=example.org',
      'From: ada@example.org',
      '',
      '',
    );
    expect(failsAuthentication(mail, 'mx.help.example.com')).toBe(true);
    const { headers } = contentOf(mail, 'mx.help.example.com').details;
    expect(headers!.authentication_results[0]).toHaveLength(4_000);
  });
});

describe('what programs write for programs', () => {
  it('is read word for word', async () => {
    const mail = await read(
      'Return-Path: <>',
      'Message-ID: <a@example.org>',
      'In-Reply-To: Message of Monday <b@example.org>',
      'References: <c@example.org>',
      '\t<d@example.org>',
      'Date: Mon, 3 Feb 2025 11:22:12 +0100',
      'Auto-Submitted: Auto-Replied; owner-email="a@example.org"',
      'Precedence: Bulk',
      'List-Id: Developers <devs.example.org>',
      'X-Auto-Response-Suppress: OOF',
      'X-Autoreply: yes',
      'Content-Type: multipart/report; report-type="Delivery-Status"; boundary=b',
      '',
      '',
    );
    expect(mail).toMatchObject({
      returnPath: '',
      messageId: '<a@example.org>',
      inReplyTo: ['<b@example.org>'],
      references: ['<d@example.org>', '<c@example.org>'],
      date: new Date('2025-02-03T10:22:12Z'),
      autoSubmitted: 'auto-replied; owner-email="a@example.org"',
      precedence: 'bulk',
      listId: 'developers <devs.example.org>',
      autoResponseSuppress: 'oof',
      autoReplyHeaders: ['x-autoreply'],
      listHeaders: ['list-id'],
      report: { type: 'delivery-status' },
    });
  });

  it('is looked for in the body, too, where bounces have it; the own Message-ID is none of these', async () => {
    const mail = await read(
      'Message-ID: <a@example.org>',
      '',
      '> Message-ID: <b@example.org>',
      'message-id:',
      ' <c@d>',
    );
    expect(mail.quotedMessageIds).toEqual(['<b@example.org>', '<c@d>']);
  });

  it('may be missing, or nonsense', async () => {
    expect(
      await read('Date: yesterday', 'Message-ID: no brackets at all', 'Return-Path: x', '', ''),
    ).toMatchObject({
      date: null,
      messageId: null,
      returnPath: null,
      autoSubmitted: null,
      report: null,
      references: [],
    });
  });
});

describe('attachments', () => {
  it.each([
    ['reply-with-screenshot-only', 'Bildschirmübersicht.png', 'image/png', 70, false],
    ['attachment-of-latin1-name', 'Übersicht.csv', 'text/csv', 3, false],
    ['ticket-related-with-logo', 'logo.gif', 'image/gif', 42, true],
    ['ticket-mixed-with-pdf', '../../etc/bill.pdf', 'application/pdf', 15, false],
    ['ticket-forwarded-message', 'Invoice 7.eml', 'message/rfc822', 112, false],
  ])('%s has one', async (name, filename, contentType, size, isInline) => {
    const { attachments } = await readMail(name);
    expect(attachments).toEqual([{ filename, contentType, size, isInline, content: expect.any(Buffer) }]);
  });
});

describe('a mail that is too much', () => {
  it.each([
    ['too_large', Buffer.alloc(MAIL_LIMITS.bytes + 1, 'x')],
    ['headers_too_large', Buffer.from(`Subject: ${'x'.repeat(MAIL_LIMITS.headerBytes)}\r\n\r\n`)],
    ['too_many_lines', Buffer.alloc(MAIL_LIMITS.bytes, 'x\n')],
    ['too_many_parts', mailSource('too-many-parts')],
    ['too_many_attachments', mailSource('too-many-attachments')],
  ])('is refused as %s', async (problem, source) =>
    expect(await parseMail(source)).toEqual({ ok: false, problem }),
  );

  it('is given up when it takes too long', async () => {
    const long = Buffer.from(`Subject: long\r\n\r\n${'a line\r\n'.repeat(900_000)}`);
    const parsed = await parseMail(long, { ...MAIL_LIMITS, parseMs: 1 });
    expect(parsed).toEqual({ ok: false, problem: 'unreadable' });
  });

  it('is read in time when it is just not too much', async () => {
    const started = performance.now();
    const many = `${'ada@example.org, '.repeat(4_000)}<${'x'.repeat(50_000)}`;
    const ids = `Message-ID: <x@example.org>\r\n`.repeat(100_000);
    const parsed = await parseMail(Buffer.from(`To: ${many}\r\nCc: ${'('.repeat(50_000)}\r\n\r\n${ids}`));
    expect(parsed.ok).toBe(true);
    expect(performance.now() - started).toBeLessThan(10_000);
  });
});

/** A mail as it came, with some bytes of it changed, left out or put elsewhere. */
const damagedMail = fc
  .tuple(
    fc.constantFrom(...mailNames()),
    fc.array(fc.tuple(fc.nat(), fc.nat({ max: 40 }), fc.uint8Array({ maxLength: 20 }))),
  )
  .map(([name, cuts]) =>
    cuts.reduce((source, [at, length, bytes]) => {
      const place = at % (source.length + 1);
      return Buffer.concat([source.subarray(0, place), bytes, source.subarray(place + length)]);
    }, mailSource(name)),
  );

const headerLine = fc
  .tuple(
    fc.constantFrom(
      'From',
      'To',
      'Subject',
      'Content-Type',
      'References',
      'Date',
      'Return-Path',
      'List-Id',
      'X',
    ),
    fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.constantFrom('multipart/mixed; boundary=b', '=?utf-8?q?=00?=', 'a@b, c@d'),
    ),
  )
  .map(([name, value]) => `${name}: ${value}\r\n`);

const anything = fc.oneof(
  fc.uint8Array({ maxLength: 2_000 }).map((bytes) => Buffer.from(bytes)),
  damagedMail,
  fc
    .tuple(fc.array(headerLine, { maxLength: 8 }), fc.uint8Array({ maxLength: 300 }))
    .map(([lines, body]) => Buffer.concat([Buffer.from(`${lines.join('')}\r\n`), body])),
);

describe('whatever bytes come', () => {
  it('are a mail or no mail, never an error; what is read of them can be stored, and has a verdict', async () => {
    await fc.assert(
      fc.asyncProperty(anything, async (source) => {
        const parsed = await parseMail(source);
        if (!parsed.ok) return expect(MAIL_PROBLEMS).toContain(parsed.problem);
        const { attachments, ...mail } = parsed.mail;
        const json = JSON.stringify([
          mail,
          attachments.map(({ filename, contentType }) => [filename, contentType]),
        ]);
        expect(json).not.toMatch(/\\u0000|\\ud[89a-f]/);
        expect(classifyMail(parsed.mail, factsOf(parsed.mail)).kind).toBeDefined();
        return expect(splitReply(parsed.mail.text)).toBeDefined();
      }),
      { numRuns: 400 },
    );
  }, 60_000);
});
