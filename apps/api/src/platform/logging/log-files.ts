import type { EventEmitter } from 'node:events';
import { format } from 'winston';
import DailyRotateFile from 'winston-daily-rotate-file';

const LARGEST = '50m';
const KEPT = '14d';

/** Which lines each file has. A line may be in more than one. */
const WANTED = {
  app: () => true,
  auth: (line: Record<string, unknown>) => line['log'] === 'auth',
  error: (line: Record<string, unknown>) => line['level'] === 'error',
};
export type LogFileName = keyof typeof WANTED;
export const LOG_FILES = Object.keys(WANTED) as LogFileName[];

/**
 * `app.log`, `auth.log` or `error.log` in a folder: a link to the file of the day, which starts anew each day and
 * at 50 MB; files are kept for 14 days.
 * @param failed is told once, when the file cannot be written; it is of no use any more then
 */
export function openLogFile(
  dirname: string,
  name: LogFileName,
  failed: (error: Error) => void,
): DailyRotateFile {
  const file = new DailyRotateFile({
    dirname,
    filename: `${name}-%DATE%.log`,
    symlinkName: `${name}.log`,
    createSymlink: true,
    auditFile: `${dirname}/.${name}-audit.json`,
    maxSize: LARGEST,
    maxFiles: KEPT,
    format: format((line) => (WANTED[name](line) ? line : false))(),
  });
  file.on('error', failed);
  // the transport does not listen to its own stream: unheard, a full disk would end the process
  (file as unknown as { logStream: EventEmitter }).logStream.on('error', failed);
  return file;
}
