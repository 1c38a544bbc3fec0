import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Field of the data that says which one, by the kind of thing. */
const ID_OF = {
  users: `coalesce(data ->> 'user_id', actor_id::text)`,
  templates: `data ->> 'template_id'`,
  integrations: `data ->> 'integration_id'`,
  comments: `data ->> 'comment_id'`,
  tickets: `ticket_id::text`,
};

/** Every event says what it happened to, so that the history of anything is one index away. */
export class EventObjects1764000000016 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`alter table events add column object_model text, add column object_id integer,
      add constraint events_object check ((object_model is null) = (object_id is null))`);
    await this.fill(runner, 'comments', `type = 'comment.added'`);
    await this.fill(runner, 'tickets', `ticket_id is not null and type <> 'comment.added'`);
    await this.fill(runner, 'users', `type like 'user.%'`);
    await this.fill(runner, 'templates', `type like 'template.%'`);
    await this.fill(runner, 'integrations', `type like 'integration.%'`);
    await runner.query(
      `create index events_by_object on events (object_model, object_id, id) where object_model is not null`,
    );
    await runner.query(`create index events_by_type on events (type, id) where object_model is not null`);
    await runner.query(
      `create index events_by_actor on events (actor_id, id) where object_model is not null`,
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`drop index events_by_actor`);
    await runner.query(`drop index events_by_type`);
    await runner.query(`drop index events_by_object`);
    await runner.query(`alter table events drop column object_model, drop column object_id`);
  }

  private async fill(runner: QueryRunner, model: keyof typeof ID_OF, condition: string): Promise<void> {
    await runner.query(`update events set object_model = '${model}', object_id = (${ID_OF[model]})::int
      where ${condition} and ${ID_OF[model]} is not null`);
  }
}
