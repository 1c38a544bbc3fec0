/**
 * How mail programs mark what they quote. Each list has English, German, French, Spanish, Dutch and Polish; a
 * program in another language leaves the history in the text, and nothing is lost.
 */

/** Longer lines are text of people: the patterns below are not tried on them. */
const LONGEST = 400;

/** `On 3 Feb 2025, at 10:22, Support wrote:` and how others say it. */
const ATTRIBUTIONS = [
  /^On\s.+\swrote\s?:$/i,
  /^Am\s.+\sschrieb(\s.+)?\s?:$/i,
  /^.+\sschrieb am\s.+:$/i,
  /^Le\s.+\sa\s[ée]crit\s?:$/i,
  /^El\s.+\sescribi[óo]\s?:$/i,
  /^Op\s.+\s(schreef|heeft)\s.+:$/i,
  /^(W dniu|Dnia)\s.+\s?:$/i,
  /^.+\s(napisał|napisała|napisał\(a\)|pisze)\s?:$/i,
  /^.+\s(wrote|schreef)\s?:$/i,
];

/** An attribution names a time: `The manual wrote:` does not. */
const TIME = /\d{4}|\d{1,2}[:.]\d{2}|\d{1,2}[./-]\d{1,2}[./-]\d{2}/;

const DASHED = new RegExp(
  `^-{2,}\\s*(${[
    'original (message|appointment)',
    'forwarded message',
    'ursprüngliche nachricht',
    'weitergeleitete nachricht',
    "message d'origine",
    'message original',
    'message transféré',
    'mensaje original',
    'mensaje reenviado',
    'oorspronkelijk bericht',
    'doorgestuurd bericht',
    'wiadomość oryginalna',
    'oryginalna wiadomość',
    'wiadomość przekazana',
  ].join('|')})\\s*(-*$|-{2,}\\s)`, // Outlook Express lets the next line flow behind it
  'i',
);

/** The first and the further lines of the little header over what Outlook quotes. */
const FROM_LINE = /^\*?(From|Von|De|Van|Od|Expéditeur)\s?:\*?\s.*\S/i;
const HEADER_LINE =
  /^\*?(Sent|Date|To|Cc|Subject|Gesendet|Datum|An|Betreff|Envoyé|À|Objet|Enviado( el)?|Fecha|Para|Asunto|Verzonden|Aan|Onderwerp|Wysłano|Data|Do|DW|Temat)\s?:\*?(\s|$)/i;

const MOBILE = new RegExp(
  `^(${[
    '(sent|get|gesendet|verzonden|envoyé|enviado|wysłan[eoay]|download) (from|with|via|mit|von|vanaf|met|de|depuis|à partir de|desde|con|z|using) ',
    'get outlook for ',
    'outlook (für|voor|pour|para) ',
    'von meinem .+ gesendet',
    'diese nachricht wurde von .+ gesendet',
    'obtenir outlook ',
    'obtener outlook ',
    'holen sie sich outlook ',
    'laden sie outlook ',
    'pobierz (aplikację )?outlook ',
  ].join('|')})`,
  'i',
);

/** `Sent from Berlin yesterday` is about a parcel. */
const DEVICE =
  /iphone|ipad|android|galaxy|samsung|huawei|xiaomi|pixel|blackberry|outlook|yahoo|gmx|web\.de|mail|\bapp\b|phone|mobil|handy|téléphone|telefoon|teléfono|móvil|telefon/i;

export const isBlank = (line: string): boolean => line.trim() === '';
export const isQuote = (line: string): boolean => /^\s{0,3}>/.test(line);
export const isSignatureMark = (line: string): boolean => /^--\s?$/.test(line);

/** What telephones write under a mail by themselves. */
export function isMobileSignature(line: string): boolean {
  return line.length < 120 && MOBILE.test(line.trim()) && DEVICE.test(line);
}

/** `____`: the line that Outlook draws over what it quotes. */
export const isRule = (line: string): boolean => /^\s*(_{10,}|-{20,})\s*$/.test(line);

/** How many lines from here on are one attribution: programs fold it. 0: none. */
export function attributionLength(lines: readonly string[], at: number): number {
  for (let length = 1; length <= 3; length++) {
    const part = lines.slice(at, at + length);
    if (part.length < length || part.some(isBlank) || part.some(isQuote)) return 0;
    if (length > 1 && attributionLength(part, 1) > 0) return 0; // it begins below: this line is somebody's
    if (isAttribution(oneLine(part))) return length;
  }
  return 0;
}

/** `wrote:` with nothing marked below is history only under an address: people write `At 10:22 it wrote:`. */
export function namesAddress(attribution: readonly string[]): boolean {
  return oneLine(attribution).includes('@');
}

const oneLine = (lines: readonly string[]): string => lines.map((line) => line.trim()).join(' ');

function isAttribution(text: string): boolean {
  const isShort = text.length <= LONGEST && text.endsWith(':');
  return isShort && TIME.test(text) && ATTRIBUTIONS.some((pattern) => pattern.test(text));
}

/** Does everything from here on belong to an earlier mail, whatever stands before the lines? */
export function startsHistory(lines: readonly string[], at: number): boolean {
  const line = lines[at]!.trim();
  if (line.length > LONGEST) return false;
  return DASHED.test(line) || (FROM_LINE.test(line) && isHeader(lines.slice(at + 1, at + 7)));
}

/** Two more lines of the header: one alone can be a sentence (`To: me it looks broken`). */
function isHeader(lines: string[]): boolean {
  return lines.filter((line) => line.length <= LONGEST && HEADER_LINE.test(line.trim())).length >= 2;
}
