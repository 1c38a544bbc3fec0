const MASK = '••••';
/** What is shorter stands in many texts by chance. */
const SHORTEST = 8;

/** The text without what must not be kept. */
export function hide(text: string, hidden: string[]): string {
  return hidden
    .filter((secret) => secret.length >= SHORTEST)
    .reduce((shown, secret) => shown.replaceAll(secret, MASK), text);
}

/** As PostgreSQL can store it: no NUL, no half of a surrogate pair, no longer than that. */
export function storable(text: string, most: number): string {
  return text.replaceAll('\u0000', '\uFFFD').slice(0, most).toWellFormed();
}
