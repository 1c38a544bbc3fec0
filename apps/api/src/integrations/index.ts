export { IntegrationCallEntity } from './integration-call.entity.js';
export { IntegrationEntity } from './integration.entity.js';
export { IntegrationsModule } from './integrations.module.js';
export { JiraIssueEntity } from './jira/jira-issue.entity.js';
