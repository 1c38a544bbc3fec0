export { StatsChangeEntity } from './stats-change.entity.js';
export { StatsDayEntity } from './stats-day.entity.js';
export { StatsReconciliationEntity } from './stats-reconciliation.entity.js';
export { StatsRollupEntity } from './stats-rollup.entity.js';
export { StatsSpreadEntity } from './stats-spread.entity.js';
export { StatsModule } from './stats.module.js';
