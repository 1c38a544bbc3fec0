/**
 * The `Idempotency-Key`s of things to create. The same content keeps its key until it was created, whatever else
 * is sent in between: a retry after a lost answer does not make a second one.
 */
export class RetryKeys {
  private readonly keys = new Map<string, string>();

  /** The key for this content. */
  for(content: unknown): string {
    const text = JSON.stringify(content);
    const key = this.keys.get(text) ?? randomKey();
    this.keys.set(text, key);
    return key;
  }

  /** It was created: the next one is another one, even with the same content. */
  done(content: unknown): void {
    this.keys.delete(JSON.stringify(content));
  }
}

function randomKey(): string {
  // `crypto.randomUUID` is missing on plain-http hosts.
  return Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) =>
    byte.toString(16).padStart(2, '0'),
  ).join('');
}
