export { ClientLogsModule } from './client-logs.module.js';
