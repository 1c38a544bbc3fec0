/** What a browser reports. */
export const CLIENT_LOG_LEVELS = ['error', 'warn', 'info'] as const;
export type ClientLogLevel = (typeof CLIENT_LOG_LEVELS)[number];

/** Body of `POST /api/client_logs/`: one line for the server's log, from the web app. */
export interface ClientLogRequest {
  level: ClientLogLevel;
  /** What happened; up to 500 code points. Never what somebody typed. */
  message: string;
  /** Up to 4,000 code points. */
  stack?: string;
  /** The page, without its query; up to 200 code points. */
  page?: string;
  /** `X-Request-Id` of the answer that it is about. */
  request_id?: string;
}
