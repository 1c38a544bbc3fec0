import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Database } from '../platform/database/database.js';
import { named } from '../platform/database/statement.js';
import { Schedules } from '../platform/events/schedules.js';
import { Log } from '../platform/logging/log.js';

const HOUR_MS = 3_600_000;
const BATCH = 500;

/**
 * What is filed is in the ticket; who decided about a mail may want to look again. Of what nobody decides about, which
 * strangers can make more of at any time, the beginning of the text stays. Unread ones wait to be read.
 */
const FORGET = named<{ id: number }>(
  'inbound-mails.forget-sources',
  `update inbound_mails set raw = null, text = case state when 'quarantined' then left(text, 2000) else '' end
   where id in (
     select id from inbound_mails where raw is not null
        and (state in ('filed', 'noted') and received_at < now() - interval '90 days'
          or state = 'quarantined' and received_at < now() - interval '60 days'
          or state in ('accepted', 'discarded') and decided_at < now() - interval '30 days')
      order by received_at limit ${BATCH})
   returning id`,
);

/** Deletes what mails said, once nobody needs it any more. Sender, subject and what became of it stay. */
@Injectable()
export class MailRetention implements OnModuleInit {
  constructor(
    private readonly schedules: Schedules,
    private readonly database: Database,
    private readonly log: Log,
  ) {}

  onModuleInit(): void {
    this.schedules.register({
      name: 'forget-mail-sources',
      everyMs: HOUR_MS,
      run: () => this.forgetSources(),
    });
  }

  async forgetSources(): Promise<void> {
    let forgotten = BATCH;
    while (forgotten === BATCH) {
      forgotten = (await this.database.rows(FORGET)).length;
      if (forgotten > 0) this.log.info('sources of mails deleted', { count: forgotten });
    }
  }
}
