import type { BulkOutcome, Forecast } from '../app/admin/registry/bulk-action-description';
import type { ModelDescription } from '../app/admin/registry/model-description';

/** Something to manage, for specs of what the admin area does with any model. */
export interface Thing {
  id: number;
  name: string;
  made_at: string | null;
  deleted_at: string | null;
}

export const THINGS_URL = '/api/admin/things/';

export function makeThing(facts: Partial<Thing> = {}): Thing {
  return { id: 1, name: 'Lamp', made_at: null, deleted_at: null, ...facts };
}

/** A model that uses whatever a description can say. */
export const THINGS: ModelDescription<Thing> = {
  key: 'things',
  singular: 'Thing',
  plural: 'Things',
  icon: 'tag',
  text: 'What there is.',
  allowed: () => true,
  title: ({ name }) => name,
  one: (id) => `${THINGS_URL}${id}/`,
  list: {
    url: THINGS_URL,
    exportUrl: `${THINGS_URL}export/`,
    search: 'Search things',
    columns: [
      { key: 'name', label: 'Name', kind: 'text', sortable: true, value: ({ name }) => name },
      {
        key: 'made',
        label: 'Made',
        kind: 'time',
        sortable: true,
        sortKey: 'made_at',
        value: ({ made_at }) => made_at,
      },
    ],
    filters: [
      { kind: 'flag', key: 'is_big', label: 'Big' },
      { kind: 'dates', key: 'made', label: 'Made', after: 'made_after', before: 'made_before' },
      { kind: 'person', key: 'maker', label: 'Maker', role: 'admin' },
      { kind: 'id', key: 'ticket', label: 'Ticket', asks: 'Number of the ticket' },
    ],
    empty: { heading: 'No things', text: 'There are none.' },
  },
  sections: [],
  actions: [],
  deletion: {
    deletedAt: ({ deleted_at }) => deleted_at,
    goesWith: (things) => things.map(({ name }) => `The shade of ${name}.`),
    delete: ({ id }, api) => api.delete(`${THINGS_URL}${id}/`),
    restore: ({ id }, api) => api.post<Thing>(`${THINGS_URL}${id}/restore/`),
  },
  bulkActions: [
    {
      id: 'paint',
      label: 'Paint',
      icon: 'pencil',
      heading: (things) => `Paint ${things.length} things?`,
      asks: [
        { name: 'colour', label: 'Colour', kind: 'text', limits: { min: 1, max: 20 }, start: () => 'red' },
      ],
      button: 'Paint them',
      preview: (things, { colour }, api) =>
        api.post<Forecast>(`${THINGS_URL}preview/`, { ids: things.map(({ id }) => id), colour }),
      run: async (things, { colour }, api) => {
        const ids = things.map(({ id }) => id);
        const outcome = await api.post<BulkOutcome>(`${THINGS_URL}paint/`, { ids, colour });
        return { ...outcome, undo: () => api.post<string>(`${THINGS_URL}unpaint/`) };
      },
    },
  ],
};
