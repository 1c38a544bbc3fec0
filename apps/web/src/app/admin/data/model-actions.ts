import type {
  ActionDescription,
  Confirmation,
  DeletionDescription,
  ModelDescription,
  Row,
} from '../registry/model-description';

/** Everything that can be done with rows of a model: what it describes, and to delete and restore them. */
export function actionsOf(model: ModelDescription): ActionDescription<Row>[] {
  const { actions, deletion } = model;
  return deletion ? [...actions, restoring(model, deletion), deleting(model, deletion)] : actions;
}

/** What can be done with a row now. */
export function actionsFor(model: ModelDescription, row: Row): ActionDescription<Row>[] {
  return actionsOf(model).filter(({ when }) => when?.(row) ?? true);
}

/** When a row was deleted; null while it is not. */
export function deletedAt({ deletion }: ModelDescription, row: Row): string | null {
  return deletion?.deletedAt(row) ?? null;
}

function deleting(model: ModelDescription, deletion: DeletionDescription<Row>): ActionDescription<Row> {
  return {
    id: 'delete',
    label: 'Delete',
    icon: 'trash',
    danger: true,
    bulk: true,
    when: (row) => deletion.deletedAt(row) === null && (deletion.when?.(row) ?? true),
    confirm: (rows) => deletionQuestion(model, deletion, rows),
    run: async (row, api) => {
      await deletion.delete(row, api);
      return model.one ? api.get<Row>(model.one(row.id)).catch(() => null) : null;
    },
    said: (count) => `${counted(model, count)} deleted.`,
    undo: (row, api) => deletion.restore(row, api),
  };
}

function restoring(model: ModelDescription, deletion: DeletionDescription<Row>): ActionDescription<Row> {
  return {
    id: 'restore',
    label: 'Restore',
    icon: 'undo',
    bulk: true,
    when: (row) => deletion.deletedAt(row) !== null,
    run: (row, api) => deletion.restore(row, api),
    said: (count) => `${counted(model, count)} restored.`,
  };
}

function deletionQuestion(
  model: ModelDescription,
  deletion: DeletionDescription<Row>,
  rows: readonly Row[],
): Confirmation {
  const [first] = rows;
  const what = rows.length === 1 && first ? `“${model.title(first)}”` : counted(model, rows.length);
  return {
    heading: `Delete ${what}?`,
    text: rows.length === 1 ? 'It can be restored later.' : 'They can be restored later.',
    forecast: async (_, api) => ({ effects: await deletion.goesWith(rows, api) }),
    button: 'Delete',
    danger: true,
  };
}

/** `Template`, `3 templates`. */
function counted({ singular, plural }: ModelDescription, count: number): string {
  return count === 1 ? singular : `${count} ${plural.toLowerCase()}`;
}
