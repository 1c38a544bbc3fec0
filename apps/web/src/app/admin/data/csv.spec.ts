import { makeMail } from '../../../testing/make-admin';
import { QUARANTINE } from '../models/quarantine/quarantine.model';
import type { FieldDescription } from '../registry/field-description';
import type { Row } from '../registry/model-description';
import { csvOf } from './csv';

const columns = ['subject', 'reason', 'received_at'].map(
  (key) => QUARANTINE.list.columns.find((column) => column.key === key) as FieldDescription<Row>,
);
const csv = (subject: string) => csvOf(columns, [makeMail({ subject })]);

describe('a CSV file', () => {
  it('has the columns shown, times as machines read them', () => {
    expect(csv('Hello')).toBe(
      '\uFEFFSubject,Why it waits,Received\r\nHello,Unknown sender,2026-11-24T12:00:00.000Z\r\n',
    );
  });

  it('quotes what would break it', () => {
    expect(csv('One, "two"\nthree')).toContain('"One, ""two""\nthree",Unknown');
  });

  it.each(['=1+1', '+1', '-1', '@SUM(A1)', '\tx'])('never calculates: %j', (subject) => {
    expect(csv(subject)).toContain(`\n'${subject},Unknown`);
  });
});
