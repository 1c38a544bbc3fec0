/** Can PostgreSQL store it and JSON carry it? No NUL, no half surrogate pair. */
export function isStorableText(text: string): boolean {
  return !text.includes('\u0000') && text.isWellFormed();
}
