import type { FuzzRequest } from './arbitraries.js';
import type { Operation } from './operations.js';

/** The address of a request. @param known the n-th thing that exists */
export function addressOf(
  { path }: Operation,
  { ids, query }: FuzzRequest,
  known: (n: number, name: string) => string | number,
): string {
  const filled = path.replace(/\{(\w+)\}/g, (_, name: string) => {
    const id = ids[name]!;
    return encoded(String(typeof id === 'number' ? known(id, name) : id));
  });
  const pairs = query.map(([name, value]) => `${encoded(name)}=${encoded(value)}`);
  return pairs.length > 0 ? `${filled}?${pairs.join('&')}` : filled;
}

/** Percent-encoded; half a surrogate pair, which `encodeURIComponent` refuses, as the bytes that it would have. */
function encoded(text: string): string {
  return [...text]
    .map((letter) => (letter.isWellFormed() ? encodeURIComponent(letter) : '%ED%A0%80'))
    .join('');
}
