import { complaintIn, createdIn, issuesIn, mayCreate } from './jira-answers.js';

const issue = (fields: object) => JSON.stringify({ issues: [{ id: '10001', key: 'ACME-1', fields }] });

describe('an answer of Jira', () => {
  it('has issues with their status', () =>
    expect(
      issuesIn(issue({ status: { name: 'In Progress', statusCategory: { key: 'indeterminate' } } })),
    ).toEqual([{ id: '10001', key: 'ACME-1', statusName: 'In Progress', statusCategory: 'indeterminate' }]));
  it.each([
    {},
    { status: null },
    { status: { name: 7, statusCategory: 'done' } },
    { status: { statusCategory: { key: 'x' } } },
  ])('may have issues without one that we know: %j', (fields) =>
    expect(issuesIn(issue(fields))).toMatchObject([
      { key: 'ACME-1', statusName: null, statusCategory: null },
    ]),
  );
  it.each(['', 'null', '[]', '{', '<html>', '{"issues":{}}', '"x"'])('may be something else: %s', (body) => {
    expect(issuesIn(body)).toBeUndefined();
    expect(createdIn(body)).toBeUndefined();
    expect(mayCreate(body)).toBe(false);
    expect(complaintIn(body)).toBeUndefined();
  });
  it.each(['javascript:alert(1)', '../../x', 'ACME', 'ACME-1/x', ''])(
    'names no issue with the key %j',
    (key) => expect(createdIn(JSON.stringify({ id: '1', key }))).toBeUndefined(),
  );
  it('has words about what it refuses', () =>
    expect(complaintIn('{"errorMessages":["No."],"errors":{"project":"is archived"}}')).toBe(
      'No. project: is archived',
    ));
});
