import { LIVE_EVENTS, type LiveChange, type LiveEvent } from '@ticketing/contracts';

/** What the server tells: something happened, so that what is shown of it must be read again. */
export type LiveNews =
  | { event: 'change'; change: LiveChange }
  /** The own bell has something new. */
  | { event: 'notification' }
  /** Too much happened while nobody listened: everything that is shown may be old. */
  | { event: 'reset' };

/** One message of the stream; `news` is missing when it only says where the stream is. */
export interface LiveMessage {
  id: string | null;
  news: LiveNews | null;
}

/** Reads Server-Sent Events (HTML standard, 9.2), as much of them as our server writes. */
export class LiveParser {
  private rest = '';

  /** @returns the messages that are complete now */
  push(chunk: string): LiveMessage[] {
    const blocks = (this.rest + chunk).split('\n\n');
    this.rest = blocks.pop() ?? '';
    return blocks.map(parse);
  }
}

function parse(block: string): LiveMessage {
  const fields = new Map<string, string>();
  for (const line of block.split('\n')) {
    const colon = line.indexOf(':');
    // A line that starts with a colon only keeps the connection alive.
    if (colon > 0) fields.set(line.slice(0, colon), line.slice(colon + 1).trimStart());
  }
  return { id: fields.get('id') ?? null, news: newsOf(fields.get('event'), fields.get('data') ?? '{}') };
}

function newsOf(name: string | undefined, data: string): LiveNews | null {
  const event = LIVE_EVENTS.find((known): known is LiveEvent => known === name);
  if (!event) return null; // none, or one that a newer server knows
  return event === 'change' ? { event, change: JSON.parse(data) as LiveChange } : { event };
}
