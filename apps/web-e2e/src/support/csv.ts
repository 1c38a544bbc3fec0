/** The rows of a CSV file as a spreadsheet reads it (RFC 4180), without the mark of its encoding. */
export function parseCsv(text: string): string[][] {
  const content = `${text.replace(/^\uFEFF/, '').replace(/\r?\n$/, '')}\n`;
  // a quoted or a plain field, and what ends it
  const field = /(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r?\n)/y;
  const rows: string[][] = [[]];
  while (field.lastIndex < content.length) {
    const at = field.lastIndex;
    const found = field.exec(content);
    if (!found) throw new Error(`no CSV at ${at}: ${content.slice(at, at + 40)}`);
    rows.at(-1)!.push(found[1]?.replaceAll('""', '"') ?? found[2]!);
    if (found[3] !== ',' && field.lastIndex < content.length) rows.push([]);
  }
  return rows;
}
