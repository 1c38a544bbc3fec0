import type { TestApi } from './start-api.js';

/** A checksum of every row of every table: equal before and after means that nothing was stored. */
export async function fingerprint({ db }: TestApi): Promise<string> {
  const { rows } = await db.client.query<{ sum: string }>(
    `select string_agg(table_name || ':' || md5(xmlserialize(content
       query_to_xml(format('select * from %I order by 1', table_name), true, false, '') as text)), ' '
       order by table_name) as sum
     from information_schema.tables where table_schema = 'public'`,
  );
  return rows[0]!.sum;
}
