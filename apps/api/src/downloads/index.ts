export { DownloadsModule } from './downloads.module.js';
export { UsedDownloadEntity } from './used-download.entity.js';
