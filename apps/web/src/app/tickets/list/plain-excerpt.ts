/** The first words of a comment without the marks of Markdown, which would only be noise in one line. */
export function plainExcerpt(excerpt: string): string {
  return excerpt
    .replaceAll(/!?\[([^\]]*)\]\([^)]*\)/g, '$1')
    .replaceAll(/(\*\*|~~|`+)/g, '')
    .replaceAll(/(^|\s)(#{1,6}|>|-)\s+/g, '$1')
    .trim();
}
