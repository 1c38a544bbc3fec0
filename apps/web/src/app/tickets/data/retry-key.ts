/**
 * The `Idempotency-Key` of one thing to create: sending the same again keeps its key, so that a retry after a
 * lost answer does not make a second one; another content gets another key.
 */
export class RetryKey {
  private content = '';
  private key = '';

  /** The key for this content. */
  for(content: unknown): string {
    const text = JSON.stringify(content);
    if (text !== this.content || this.key === '') {
      this.content = text;
      this.key = randomKey();
    }
    return this.key;
  }

  /** It was created: the next one is another one, even with the same content. */
  done(): void {
    this.key = '';
  }
}

function randomKey(): string {
  // `crypto.randomUUID` is missing on plain-http hosts.
  return Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) =>
    byte.toString(16).padStart(2, '0'),
  ).join('');
}
