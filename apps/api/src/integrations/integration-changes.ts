import type { UpdateIntegrationRequest } from '@ticketing/contracts';
import type { Configuration } from './integration-adapter.js';
import type { IntegrationEntity } from './integration.entity.js';

/**
 * Changes the row as an admin wants it.
 * @param config what the adapter made of the fields of its kind; undefined when none was given
 * @returns names of what is different now
 */
export function changeIntegration(
  row: IntegrationEntity,
  { name, is_active: isActive }: Pick<UpdateIntegrationRequest, 'name' | 'is_active'>,
  config: Configuration | undefined,
  now: Date,
): string[] {
  const before = { name: row.name, settings: row.settings, events: row.events, is_active: row.isActive };
  if (name !== undefined) row.name = name;
  if (config) Object.assign(row, { settings: config.settings, events: config.events });
  if (isActive !== undefined && isActive !== row.isActive) switchTo(row, isActive, now);
  const after = { name: row.name, settings: row.settings, events: row.events, is_active: row.isActive };
  const fields = Object.keys(before).filter((field) => !isSame(before, after, field as keyof typeof before));
  return config?.secret === undefined ? fields : [...fields, 'secret'];
}

/** On again, it starts without a past. */
function switchTo(row: IntegrationEntity, isActive: boolean, now: Date): void {
  row.isActive = isActive;
  row.disabledAt = isActive ? null : now;
  row.disabledReason = null;
  row.failingSince = null;
}

function isSame<T extends object>(a: T, b: T, field: keyof T): boolean {
  return canonical(a[field]) === canonical(b[field]);
}

/** jsonb keeps its own order of keys. */
function canonical(value: unknown): string {
  const isPlain = typeof value === 'object' && value !== null && !Array.isArray(value);
  return JSON.stringify(isPlain ? Object.entries(value).sort() : value);
}
