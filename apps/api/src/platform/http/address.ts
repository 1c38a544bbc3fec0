/**
 * A percent sign that encodes nothing stands for itself: the address then leads nowhere (404). Left as it is,
 * the router would refuse it before any hook runs, without our headers and in a shape of its own.
 */
export function readableAddress(url: string): string {
  if (!url.includes('%')) return url;
  const [path = '', ...query] = url.split('?');
  try {
    decodeURI(path);
    return url;
  } catch {
    return [path.replaceAll('%', '%25'), ...query].join('?');
  }
}
