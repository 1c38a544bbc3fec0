import fc from 'fast-check';
import { splitReply } from './split-reply.js';

const written = (...lines: string[]) => splitReply(lines.join('\n')).written;

describe('what a person wrote', () => {
  it.each([
    ['a text without any history', ['Hello,', '', 'it is broken.']],
    ['a sentence that says who wrote', ['The manual wrote:', 'turn it off']],
    ['a time in such a sentence', ['On 3 Feb at 10:22 the printer wrote:', 'E-41']],
    ['one line that looks like a header', ['From: the start it was loud', 'and still is']],
    ['a dash', ['First point', '-- second point', '--- third']],
    [
      'a list with two dashes and much below',
      ['Log:', '--', ...Array.from({ length: 20 }, (_, n) => `line ${n}`)],
    ],
    ['a parcel', ['Where is it?', 'Sent from Berlin yesterday']],
    ['a telephone in the middle', ['Sent from my desk:', 'a parcel']],
  ])('is all of %s', (_, lines) => expect(written(...lines)).toBe(lines.join('\n')));

  it('is what stands over the history', () => {
    expect(written('Thanks.', '', 'On 3 Feb 2025, Dora wrote:', '> Hello', '> Dora')).toBe('Thanks.');
  });

  it('is what stands under the history', () => {
    expect(written('On 3 Feb 2025, Dora wrote:', '> Hello', '', 'Thanks.')).toBe('Thanks.');
  });

  it('keeps the questions between the answers, not what is below the last one', () => {
    expect(
      written('On 3 Feb 2025, Dora wrote:', '> Which?', 'The left.', '> Since when?', 'Monday.', '> Dora'),
    ).toBe(['> Which?', 'The left.', '> Since when?', 'Monday.'].join('\n'));
  });

  it('ends before the signature, over a quote and at the end', () => {
    expect(written('Thanks.', '-- ', 'Ada', '', 'On 3 Feb 2025, Dora wrote:', '> Hello')).toBe('Thanks.');
    expect(written('On 3 Feb 2025, Dora wrote:', '> Hello', 'Thanks.', '--', 'Ada', 'Engines Ltd')).toBe(
      'Thanks.',
    );
  });

  it('has the words over a quote that name no time: a person wrote them', () => {
    expect(written('It says nothing new.', 'On page two the manual wrote:', '> turn it off')).toBe(
      'It says nothing new.\nOn page two the manual wrote:',
    );
  });

  it('is nothing when only the history came', () => {
    expect(written('', 'On 3 Feb 2025, Dora wrote:', '> Hello')).toBe('');
    expect(written('> Hello')).toBe('');
  });
});

describe('the line over the history', () => {
  it.each([
    'On 3 Feb 2025, at 10:22, Support <support@example.com> wrote:',
    'Am 03.02.25 um 10:22 schrieb Support:',
    'Am Mo., 3. Feb. 2025 um 10:22 Uhr schrieb Support <support@example.com>:',
    'Support schrieb am 03.02.2025 um 10:22:',
    'Le 03/02/2025 à 10:22, Support a écrit :',
    'El 3/2/25 a las 10:22, Support escribió:',
    'Op 03-02-2025 om 10:22 schreef Support:',
    'Op 3 feb. 2025 om 10:22 heeft Support <support@example.com> het volgende geschreven:',
    'W dniu 3.02.2025 o 10:22, Support pisze:',
    'Dnia 3 lutego 2025 10:22 Support <support@example.com> napisał(a):',
    'pon., 3 lut 2025 o 10:22 Support <support@example.com> napisał(a):',
  ])('is found: %s', (line) => {
    expect(written('Thanks.', '', line, '> Hello')).toBe('Thanks.');
    const [half, rest] = [line.slice(0, line.lastIndexOf(' ')), line.slice(line.lastIndexOf(' ') + 1)];
    expect(written('Thanks.', '', half, rest, '', '> Hello')).toBe('Thanks.'); // folded by the program
  });

  it.each([
    '-----Original Message-----',
    '----- Original Message -----',
    '-------- Original message --------',
    '---------- Forwarded message ---------',
    '-----Ursprüngliche Nachricht-----',
    "-----Message d'origine-----",
    '-----Mensaje original-----',
    '-----Oorspronkelijk bericht-----',
    '-----Wiadomość oryginalna-----',
  ])('needs no quote below: %s', (line) => expect(written('Thanks.', '', line, 'Hello')).toBe('Thanks.'));

  it.each([
    ['From:', 'Sent:', 'To:', 'Subject:'],
    ['Von:', 'Gesendet:', 'An:', 'Betreff:'],
    ['De :', 'Envoyé :', 'À :', 'Objet :'],
    ['De:', 'Enviado el:', 'Para:', 'Asunto:'],
    ['Van:', 'Verzonden:', 'Aan:', 'Onderwerp:'],
    ['Od:', 'Wysłano:', 'Do:', 'Temat:'],
    ['*From:*', '*Sent:*', '*To:*', '*Subject:*'],
  ])('is a whole header: %s %s %s %s', (...names) => {
    const header = names.map((name) => `${name} something`);
    expect(written('Thanks.', '', ...header, '', 'Hello')).toBe('Thanks.');
    expect(written('Thanks.', '_'.repeat(32), ...header, '', 'Hello')).toBe('Thanks.');
  });
});

describe('what telephones add', () => {
  it.each([
    'Sent from my iPhone',
    'Von meinem iPhone gesendet',
    'Envoyé de mon iPhone',
    'Enviado desde mi iPhone',
    'Verzonden vanaf mijn iPhone',
    'Wysłane z iPhone’a',
    'Get Outlook for Android<https://aka.ms/AAb9ysg>',
    'Sent from Outlook for iOS',
    'Sent from Yahoo Mail for iPhone',
    'Sent with Proton Mail secure email.',
    'Gesendet mit der GMX iPhone App',
    'Envoyé à partir de Outlook pour Android',
  ])('is folded: %s', (line) =>
    expect(splitReply(`Thanks.\n\n${line}\n`)).toEqual({ written: 'Thanks.', quoted: line }),
  );
});

/** Lines that the rules look at, in any order. */
const line = fc.oneof(
  fc.constantFrom(
    '',
    '  ',
    '> quoted',
    '>> twice',
    'a text',
    '-- ',
    '--',
    'On 3 Feb 2025, Dora <d@example.com> wrote:',
    'On 3 Feb 2025, Dora',
    'wrote:',
    '-----Original Message-----',
    'From: Dora',
    'Sent: Monday',
    'To: Ada',
    'Sent from my iPhone',
    '________________________________',
  ),
  fc.string({ unit: 'binary' }),
);

describe('a reply that is taken apart', () => {
  it('loses no line and makes none up, whatever it is', () => {
    const said = (text: string) => {
      const lines = text.split(/\r\n?|\n/).map((one) => one.trim());
      return lines.filter((one) => one !== '').sort();
    };
    fc.assert(
      fc.property(fc.array(line, { maxLength: 30 }), (lines) => {
        const text = lines.join('\n');
        const { written, quoted } = splitReply(text);
        expect(said(`${written}\n${quoted}`)).toEqual(said(text));
      }),
      { numRuns: 2_000 },
    );
  });

  it('is not slow, however long its lines are and whatever they begin with', () => {
    const hostile = ['On ', 'From: ', '> ', 'wrote: ', '-', '_', '\t', '1:1 wrote'].map((one) =>
      one.repeat(20_000),
    );
    const started = performance.now();
    splitReply([...hostile, ...hostile.map((one) => one.replaceAll(' ', '\n'))].join('\n'));
    expect(performance.now() - started).toBeLessThan(5_000);
  });
});
