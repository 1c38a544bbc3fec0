import { JIRA_STATUS_CATEGORIES, type JiraStatusCategory } from '@ticketing/contracts';

/** An issue as Jira answers with it. What it is not sure to send is null. */
export interface JiraIssue {
  id: string;
  key: string;
  statusName: string | null;
  statusCategory: JiraStatusCategory | null;
}

type Json = Record<string, unknown>;

/** The issues of a search or a bulk fetch; undefined when the answer is no such thing. */
export function issuesIn(body: string): JiraIssue[] | undefined {
  const { issues } = objectIn(body) ?? {};
  if (!Array.isArray(issues)) return undefined;
  return issues.map(issueOf).filter((issue) => issue !== undefined);
}

/** The issue that was created; undefined when the answer does not name one. */
export const createdIn = (body: string): JiraIssue | undefined => issueOf(objectIn(body));

/** Whether the account may create issues in the project. */
export function mayCreate(body: string): boolean {
  const permissions = objectIn(body)?.['permissions'] as Json | undefined;
  return (permissions?.['CREATE_ISSUES'] as Json | undefined)?.['havePermission'] === true;
}

/** Jira's own words about what it refuses, for the admin; undefined when it has none. */
export function complaintIn(body: string): string | undefined {
  const { errorMessages, errors } = objectIn(body) ?? {};
  const general = Array.isArray(errorMessages) ? errorMessages : [];
  const byField = Object.entries(isObject(errors) ? errors : {}).map(
    ([field, text]) => `${field}: ${String(text)}`,
  );
  const words = [...general, ...byField].filter((text) => typeof text === 'string').join(' ');
  return words === '' ? undefined : words.slice(0, 500).toWellFormed();
}

function issueOf(value: unknown): JiraIssue | undefined {
  if (!isObject(value)) return undefined;
  const { id, key, fields } = value;
  if (typeof id !== 'string' || typeof key !== 'string' || !KEY.test(key)) return undefined;
  return { id, key, ...statusOf(isObject(fields) ? fields['status'] : undefined) };
}

function statusOf(status: unknown): Pick<JiraIssue, 'statusName' | 'statusCategory'> {
  if (!isObject(status)) return { statusName: null, statusCategory: null };
  const { name, statusCategory } = status;
  const category = isObject(statusCategory) ? statusCategory['key'] : undefined;
  return {
    statusName: typeof name === 'string' ? name.slice(0, 100).toWellFormed() : null,
    statusCategory: JIRA_STATUS_CATEGORIES.find((known) => known === category) ?? null,
  };
}

/** It becomes part of a link. */
const KEY = /^[A-Z][A-Z0-9_]{0,30}-\d{1,12}$/;

function objectIn(body: string): Json | undefined {
  try {
    const value: unknown = JSON.parse(body);
    return isObject(value) ? value : undefined;
  } catch {
    return undefined; // a page of a proxy, or cut off
  }
}

const isObject = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
