/** Where to go after signing in: the wished place when it is inside this app, else the tickets. */
export function safeReturnUrl(wish: string | null | undefined, origin: string): string {
  if (!wish?.startsWith('/')) return '/tickets';
  const target = new URL(wish, origin);
  // `//evil.example` and `/\evil.example` also start with a slash.
  if (target.origin !== new URL(origin).origin || target.pathname === '/login') return '/tickets';
  return target.pathname + target.search + target.hash;
}
