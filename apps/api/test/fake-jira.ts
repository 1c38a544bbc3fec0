import type { Recorded, Recorder } from './recorder.js';
import { startRecorder } from './recorder.js';

interface FakeIssue {
  id: string;
  key: string;
  labels: string[];
  fields: { summary: string; description: unknown };
  status: { name: string; statusCategory: { key: string } };
}

/** As much of Jira Cloud's REST API v3 as is used. The recorder has what it was asked. */
export interface FakeJira extends Recorder {
  issues: FakeIssue[];
  /** What happens to the answers of creating, one after the other; then all is well. */
  moods: (() => 'answer' | 'lose' | 'refuse' | 'unavailable' | 'unauthorized')[];
}

export async function startJira(): Promise<FakeJira> {
  const recorder = await startRecorder();
  const jira: FakeJira = { ...recorder, issues: [], moods: [] };
  recorder.answer((request, response) => {
    const mood = request.path === '/rest/api/3/issue' ? (jira.moods.shift()?.() ?? 'answer') : 'answer';
    if (mood === 'unauthorized') return response.writeHead(401).end('Client must be authenticated');
    if (mood === 'unavailable') return response.writeHead(503, { 'retry-after': '120' }).end();
    if (mood === 'refuse') {
      return response
        .writeHead(400)
        .end(JSON.stringify({ errors: { issuetype: 'Specify a valid issue type' } }));
    }
    const [status, body] = answerTo(jira, request);
    if (mood === 'lose') return response.destroy(); // made, but nobody hears of it
    return response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
  });
  return jira;
}

function answerTo({ issues }: FakeJira, { path, body }: Recorded): [status: number, body: object] {
  const asked = JSON.parse(body || '{}');
  switch (path) {
    case '/rest/api/3/issue': {
      const number = issues.length + 1;
      const { labels, ...fields } = asked.fields;
      const status = { name: 'To Do', statusCategory: { key: 'new' } };
      const issue = {
        id: String(10_000 + number),
        key: `${fields.project.key}-${number}`,
        labels,
        fields,
        status,
      };
      issues.push(issue);
      return [201, { id: issue.id, key: issue.key, self: `http://jira/rest/api/3/issue/${issue.id}` }];
    }
    case '/rest/api/3/search/jql': {
      const [, label] = /^labels = "([\w-]+)"$/.exec(asked.jql) ?? [];
      return [
        200,
        { issues: issues.filter(({ labels }) => labels.includes(label!)).map(shown), isLast: true },
      ];
    }
    case '/rest/api/3/issue/bulkfetch': {
      const found = issues.filter(({ id }) => asked.issueIdsOrKeys.includes(id));
      return [200, { issues: found.map(shown), issueErrors: [] }];
    }
    default:
      return [404, { errorMessages: ['Not found'] }];
  }
}

const shown = ({ id, key, status }: FakeIssue) => ({ id, key, fields: { status } });
