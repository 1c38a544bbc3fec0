import type { UpdateIntegrationRequest } from '@ticketing/contracts';
import type { Configuration } from './integration-adapter.js';
import type { IntegrationEntity } from './integration.entity.js';
import type { IntegrationFieldChange } from './integration.events.js';

/**
 * Changes the row as an admin wants it.
 * @param config what the adapter made of the fields of its kind; undefined when none was given
 * @returns what is different now
 */
export function changeIntegration(
  row: IntegrationEntity,
  { name, is_active: isActive }: Pick<UpdateIntegrationRequest, 'name' | 'is_active'>,
  config: Configuration | undefined,
  now: Date,
) {
  const before = factsOf(row);
  if (name !== undefined) row.name = name;
  if (config) Object.assign(row, { settings: config.settings, events: config.events });
  if (isActive !== undefined && isActive !== row.isActive) switchTo(row, isActive, now);
  const changes = changesBetween(before, factsOf(row));
  return config?.secret === undefined ? changes : [...changes, SECRET];
}

/** What a new one starts with. */
export function firstValues(row: Shown): IntegrationFieldChange[] {
  return [...changesBetween({}, factsOf(row)), SECRET];
}

/** That it is another one now; neither is told. */
const SECRET: IntegrationFieldChange = { field: 'secret', from: null, to: null };

type Shown = Pick<IntegrationEntity, 'name' | 'settings' | 'events' | 'isActive'>;
type Facts = Record<string, string | undefined>;

/** Everything that admins may see of it, by its name on the wire. */
function factsOf({ name, settings, events, isActive }: Shown): Facts {
  return { name, ...settings, events: events.join(', '), is_active: String(isActive) };
}

function changesBetween(before: Facts, after: Facts): IntegrationFieldChange[] {
  return [...new Set([...Object.keys(before), ...Object.keys(after)])]
    .filter((field) => before[field] !== after[field])
    .map((field) => ({ field, from: before[field] ?? null, to: after[field] ?? null }));
}

/** On again, it starts without a past. */
function switchTo(row: IntegrationEntity, isActive: boolean, now: Date): void {
  row.isActive = isActive;
  row.disabledAt = isActive ? null : now;
  row.disabledReason = null;
  row.failingSince = null;
}
