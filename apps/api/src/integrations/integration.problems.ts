import { conflict, invalidInput, notFound } from '../platform/http/problem.js';

export const integrationNotFound = () => notFound('There is no such integration.');

export const callNotFound = () => notFound('There is no such call.');

export const onlyWebhooksHaveKeys = () => conflict('Only webhooks have a signing key of ours.');

export const cannotReplay = () =>
  conflict('It is waiting for its next try, was only a test, or the integration does not want it any more.');

export const noSuchJira = () =>
  invalidInput([{ pointer: '/integration_id', detail: 'This is no Jira that is switched on.' }]);

export const issueExists = (key: string) => conflict(`This ticket has an issue there already: ${key}.`);

export const secretUnreadable = (reason: string) => conflict(reason);
