import type { StatsQuery } from '@ticketing/contracts';
import { QueryDay } from '../../platform/http/query-fields.js';

export class ReadStatsQuery implements StatsQuery {
  @QueryDay('First day, UTC. Left out: 30 days up to `to`. At most 366 days.')
  from?: string;

  @QueryDay('Last day, UTC, inclusive. Left out: today.')
  to?: string;
}
