import { Injectable } from '@nestjs/common';
import type { AgentStatsList, StatsQuery, TicketStats, UserRef } from '@ticketing/contracts';
import { presentUserRef, UserDirectory, UsersRepository } from '../users/index.js';
import { assigneesOf, presentAgent } from './agent-stats.presenter.js';
import { StatNumbers } from './stat-numbers.js';
import { dayOf, type Days, periodBefore, periodOf, presentPeriod } from './stats-days.js';
import { STATS_DEFINITIONS } from './stats-definitions.js';
import { presentStats } from './stats.presenter.js';
import { StatsRepository } from './stats.repository.js';

/** More admins than that are not listed for being admins alone. */
const MOST_ADMINS = 1_000;

/** Reads the counters. Admins only: the route sees to that. */
@Injectable()
export class StatsService {
  constructor(
    private readonly stats: StatsRepository,
    private readonly directory: UserDirectory,
    private readonly users: UsersRepository,
  ) {}

  /** @throws ProblemError 400 */
  async read(query: StatsQuery): Promise<TicketStats> {
    const today = dayOf(new Date());
    const period = periodOf(query, today);
    const before = periodBefore(period);
    const periods = { current: period, previous: before, later: daysSince(period, today) };
    const [rows, noted, reconciliation] = await Promise.all([
      this.stats.readStats(periods, period),
      this.stats.notedDay(before.last),
      this.stats.lastReconciliation(),
    ]);
    const numbers = new StatNumbers(rows);
    const people = await this.directory.refs(numbers.assignees);
    return presentStats({ period, before, today, numbers, noted, people, reconciliation });
  }

  /** @throws ProblemError 400 */
  async readAgents(query: StatsQuery): Promise<AgentStatsList> {
    const period = periodOf(query, dayOf(new Date()));
    const [rows, admins] = await Promise.all([
      this.stats.readAgents(period),
      this.users.search('admin', undefined, ['', 0], MOST_ADMINS),
    ]);
    const results = (await this.agents(admins.map(presentUserRef), assigneesOf(rows)))
      .map((agent) => presentAgent(agent, rows))
      .sort((a, b) => b.active - a.active || b.resolved - a.resolved || a.agent.id - b.agent.id);
    return { period: presentPeriod(period), definitions: STATS_DEFINITIONS, results };
  }

  /** Admins, and who has tickets without being one any more. */
  private async agents(admins: UserRef[], assignees: number[]): Promise<UserRef[]> {
    const known = new Set(admins.map(({ id }) => id));
    const others = assignees.filter((id) => !known.has(id));
    const people = await this.directory.refs(others);
    return [...admins, ...others.map((id) => people.of(id))];
  }
}

/** From the end of the period to today, and a day more: clocks differ. */
function daysSince({ last }: Days, today: number): Days {
  return { first: last + 1, last: today + 1 };
}
