import type { Page } from '@ticketing/contracts';
import type { Requests } from './start-api.js';

/**
 * Follows `next_cursor` to the end.
 * @param from the cursor to begin with; the first page when left out
 * @returns every page
 */
export async function walk<T>(requests: Requests, path: string, from = ''): Promise<Page<T>[]> {
  const pages: Page<T>[] = [];
  for (let cursor: string | null = from; cursor !== null; cursor = pages.at(-1)!.next_cursor) {
    const { status, body } = await requests.get(cursor === '' ? path : `${path}&cursor=${cursor}`);
    if (status !== 200) throw new Error(JSON.stringify(body));
    pages.push(body);
  }
  return pages;
}

/** Ids of everything on these pages, in order. */
export function idsOf(pages: Page<{ id: number }>[]): number[] {
  return pages.flatMap(({ results }) => results.map(({ id }) => id));
}
