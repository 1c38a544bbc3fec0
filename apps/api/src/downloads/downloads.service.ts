import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { DownloadLink } from '@ticketing/contracts';
import { LiveSessions } from '../auth/index.js';
import type { Actor } from '../platform/access/actor.js';
import type { CsvTable } from '../platform/csv/csv-table.js';
import { Log } from '../platform/logging/log.js';
import { requestContext } from '../platform/logging/request-context.js';
import { downloadNotGood, noSuchExport } from './download.problems.js';
import { type DownloadRight, DownloadTokens } from './download-tokens.js';
import { type Export, ExportRoutes } from './export-routes.js';
import { UsedDownloadsRepository } from './used-downloads.repository.js';

/** Long enough for a browser to follow it. */
const GOOD_FOR_MS = 60_000;

/** Files for the browser itself, which sends no token: by links that are good once. */
@Injectable()
export class DownloadsService {
  constructor(
    private readonly exports: ExportRoutes,
    private readonly tokens: DownloadTokens,
    private readonly used: UsedDownloadsRepository,
    private readonly sessions: LiveSessions,
    private readonly log: Log,
  ) {}

  /** @throws ProblemError 400 for what is no export, or filters that it does not take */
  async offer(actor: Actor, path: string): Promise<DownloadLink> {
    if (!(await this.exports.find(actor, path))) throw noSuchExport();
    const until = new Date(Date.now() + GOOD_FOR_MS);
    const right = { id: randomUUID(), sessionId: actor.sessionId, path, until };
    return { url: `/api/downloads/${this.tokens.tokenFor(right)}/`, expires_at: until.toISOString() };
  }

  /**
   * As whoever asked for the link, if they may still have it: what they may is looked up anew.
   * @param isUsed false for who only looks at the head
   * @throws ProblemError 404
   */
  async open(token: string, isUsed: boolean): Promise<CsvTable> {
    const right = this.tokens.read(token, new Date());
    const file = right && (await this.fileOf(right));
    if (!file || (isUsed && !(await this.used.use(right.id, right.until)))) throw downloadNotGood();
    if (isUsed) this.log.info('file downloaded', { file: right.path.split('?')[0] });
    return file.handle();
  }

  /** Of the database, never of a cache; who has to set up two-factor sign-in first has no session here. */
  private async fileOf({ sessionId, path }: DownloadRight): Promise<Export | undefined> {
    const session = (await this.sessions.stillThere([sessionId])).get(sessionId);
    if (!session) return undefined;
    requestContext.nameActor(session.userId);
    return this.exports.find({ id: session.userId, role: session.role, sessionId }, path);
  }
}
