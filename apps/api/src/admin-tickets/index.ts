export { AdminTicketsModule } from './admin-tickets.module.js';
export { BulkChangeEntity } from './bulk/bulk-change.entity.js';
