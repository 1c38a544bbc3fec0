import type { AdminTicket, TagList, TagRef } from '@ticketing/contracts';
import type { Option, OptionsOf } from '../../registry/field-description';

/** All that can be put on tickets, by name. */
export const ALL_TAGS: OptionsOf = async (api) =>
  (await api.get<TagList>('/api/tags/')).results.map((tag) => optionOf(tag));

/** Those that these tickets carry, by name. */
export function tagsOn(tickets: readonly Pick<AdminTicket, 'tags'>[]): Option[] {
  const tags = new Map(tickets.flatMap((ticket) => ticket.tags.map((tag) => [tag.id, tag] as const)));
  return [...tags.values()].map(optionOf).sort((a, b) => a.label.localeCompare(b.label, 'en'));
}

function optionOf({ id, name }: TagRef): Option {
  return { value: String(id), label: name };
}
