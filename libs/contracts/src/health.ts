export type DependencyState = 'up' | 'down';

/** Answer of `GET /api/health/live` and `/ready`. */
export interface HealthView {
  status: 'ok' | 'unavailable';
  /** State of each thing that the process needs, by name. Empty for `live`. */
  dependencies: Record<string, DependencyState>;
}
