/** What handlers do, in words. One that is not here goes by its own name. */
const HANDLER_WORDS: Record<string, string> = {
  'mail-ticket': 'Mail about a ticket',
  'mail-note': 'Mail about an internal note',
  'mail-account-link': 'Mail with a link for an account',
  'mail-integration-disabled': 'Mail about an integration',
  'notify-in-app': 'Notification in the app',
  'call-integration': 'Call of an integration',
  'create-jira-issue': 'New issue in Jira',
  'file-mail': 'Filing of a mail that arrived',
  'count-rating': 'Counting of a rating',
};

export function handlerWords(handler: string): string {
  return HANDLER_WORDS[handler] ?? handler;
}

/** The handlers that a filter offers: those known, and those of the jobs on screen. */
export function handlerOptions(handlers: readonly string[]): { value: string; label: string }[] {
  const all = new Set([...Object.keys(HANDLER_WORDS), ...handlers]);
  return Array.from(all, (value) => ({ value, label: handlerWords(value) })).toSorted((one, other) =>
    one.label.localeCompare(other.label, 'en'),
  );
}
