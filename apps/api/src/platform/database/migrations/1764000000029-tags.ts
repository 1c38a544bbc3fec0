import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Columns of tickets that `ticket_tags` repeats, so that one tag's tickets are in order by an index alone. */
const REPEATED = [
  'created_at',
  'updated_at',
  'resolved_at',
  'first_response_at',
  'rated_at',
  'status',
  'priority',
];

export class Tags1764000000029 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`alter table tickets add column internal_version integer not null default 0`);
    await runner.query(`
      create table tags (
        id integer generated always as identity constraint tags_pk primary key,
        name text not null constraint tags_name check (char_length(name) between 1 and 40),
        name_key text not null,
        color text not null constraint tags_color
          check (color in ('gray', 'red', 'orange', 'yellow', 'green', 'teal', 'blue', 'purple')),
        description text not null,
        version integer not null default 1,
        created_at timestamptz(3) not null,
        updated_at timestamptz(3) not null,
        deleted_at timestamptz(3)
      )`);
    await runner.query(`create unique index tags_name_key on tags (name_key) where deleted_at is null`);
    await this.createTicketTags(runner);
    await this.createTrigger(runner);
  }

  private async createTicketTags(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table ticket_tags (
        ticket_id integer not null constraint ticket_tags_ticket_fk references tickets on delete cascade,
        tag_id integer not null constraint ticket_tags_tag_fk references tags on delete cascade,
        created_at timestamptz(3) not null,
        updated_at timestamptz(3) not null,
        resolved_at timestamptz(3),
        first_response_at timestamptz(3),
        rated_at timestamptz(3),
        priority ticket_priority not null,
        is_live boolean not null,
        status text not null,
        constraint ticket_tags_pk primary key (ticket_id, tag_id)
      )`);
    const orders = {
      id: 'ticket_id',
      updated: 'updated_at, ticket_id',
      created: 'created_at, ticket_id',
      priority: 'priority, ticket_id',
      status_updated: 'status, updated_at, ticket_id',
    };
    for (const [name, columns] of Object.entries(orders)) {
      await runner.query(
        `create index ticket_tags_${name} on ticket_tags (tag_id, ${columns}) where is_live`,
      );
    }
    const moments = { resolved: 'resolved_at', answered: 'first_response_at', rated: 'rated_at' };
    for (const [name, column] of Object.entries(moments)) {
      await runner.query(`create index ticket_tags_${name} on ticket_tags (tag_id, ${column}, ticket_id)
        where is_live and ${column} is not null`);
    }
  }

  /** A trigger, because it follows whoever changes the ticket: services, mails, imports, somebody with psql. */
  private async createTrigger(runner: QueryRunner): Promise<void> {
    const copies = REPEATED.map((column) => `${column} = new.${column}`).join(', ');
    await runner.query(`
      create function ticket_tags_follow() returns trigger language plpgsql as $$
      begin
        update ticket_tags set ${copies}, is_live = new.deleted_at is null where ticket_id = new.id;
        return null;
      end $$`);
    const watched = (row: string) =>
      `(${[...REPEATED, 'deleted_at'].map((column) => `${row}.${column}`).join(', ')})`;
    await runner.query(`
      create trigger ticket_tags_follow after update on tickets
        for each row when (${watched('old')} is distinct from ${watched('new')})
        execute function ticket_tags_follow()`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`drop trigger ticket_tags_follow on tickets`);
    await runner.query(`drop function ticket_tags_follow()`);
    await runner.query(`drop table ticket_tags`);
    await runner.query(`drop table tags`);
    await runner.query(`alter table tickets drop internal_version`);
  }
}
