/** "Draft from 10:42 restored." - with the day when it is not today's. */
export function draftRestored(savedAt: string, now: Date): string {
  const time = new Date(savedAt);
  const clock = time.toLocaleTimeString('en-GB', { hour: '2-digit', minute: '2-digit' });
  if (time.toDateString() === now.toDateString()) return `Draft from ${clock} restored.`;
  const day = time.toLocaleDateString('en-GB', { day: 'numeric', month: 'short' });
  return `Draft from ${day}, ${clock} restored.`;
}
