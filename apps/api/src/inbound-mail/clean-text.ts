/** All that neither PostgreSQL nor a reader takes: control characters other than line break and tab. */
const CONTROLS = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f]/g;

/** Text of several lines as it can be stored: LF, no NUL, no half surrogate pair. */
export function cleanText(text: string): string {
  return text
    .replace(/\r\n?|[\u2028\u2029]/g, '\n')
    .replace(CONTROLS, '')
    .toWellFormed();
}

/** Text of one line: a subject, a name, a file name. */
export function cleanLine(text: string, longest: number): string {
  const line = cleanText(text).replace(/\s+/g, ' ').trim();
  return line
    .slice(0, longest)
    .toWellFormed()
    .replace(/\ufffd$/, '')
    .trimEnd();
}
