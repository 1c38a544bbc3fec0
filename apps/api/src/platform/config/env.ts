import 'reflect-metadata';
import { plainToInstance, Transform, Type } from 'class-transformer';
import {
  IsBoolean,
  IsEmail,
  IsIn,
  IsInt,
  IsOptional,
  IsString,
  IsUrl,
  Matches,
  Max,
  Min,
  MinLength,
  validateSync,
} from 'class-validator';
import { requireProductionReady } from './production-rules.js';

const Flag = () => Transform(({ value }) => ({ true: true, false: false })[String(value)] ?? value);

/**
 * The whole configuration: read once from the environment, validated, frozen, injected.
 * `.env.example` lists the same names and defaults (a test compares them).
 */
export class Env {
  /** `production` refuses weak secrets and the embedded database. */
  @IsIn(['development', 'production', 'test'])
  NODE_ENV: 'development' | 'production' | 'test' = 'development';

  /** Port of the API, Swagger UI and the web app. */
  @Type(() => Number)
  @IsInt()
  @Min(0)
  @Max(65_535)
  PORT = 3000;

  /** Address to listen on; `0.0.0.0` in a container. */
  @IsString()
  HOST = '127.0.0.1';

  /** Address that people type, for links and the Origin check. Empty: `http://localhost:PORT`. */
  @IsUrl({ require_tld: false, require_protocol: true, protocols: ['http', 'https'] })
  @IsOptional()
  PUBLIC_URL?: string;

  /** `postgres://user:password@host:port/name`. Empty: an embedded PostgreSQL under DATA_DIR. */
  @Matches(/^postgres(ql)?:\/\//, { message: 'must start with postgres://' })
  @IsOptional()
  DATABASE_URL?: string;

  /** Connections of one process to PostgreSQL. */
  @Type(() => Number)
  @IsInt()
  @Min(1)
  @Max(500)
  DATABASE_POOL = 16;

  /** `redis://host:port`. Empty: everything that would share state lives in this process. */
  @Matches(/^rediss?:\/\//, { message: 'must start with redis://' })
  @IsOptional()
  REDIS_URL?: string;

  /** At least 32 characters; signs tokens and cursors. Empty outside production: made once, kept in DATA_DIR. */
  @MinLength(32)
  @IsOptional()
  SECRET_KEY?: string;

  /** The key before SECRET_KEY: what it signed stays good. For rotation only. */
  @MinLength(32)
  @IsOptional()
  SECRET_KEY_PREVIOUS?: string;

  /** `true` lets admins do nothing but their account until two-factor sign-in is on. */
  @Flag()
  @IsBoolean()
  REQUIRE_ADMIN_TWO_FACTOR = false;

  /** A job that its process has not finished by then is given to another. Longer than any mail server takes. */
  @Type(() => Number)
  @IsInt()
  @Min(1)
  @Max(3_600)
  JOB_LEASE_SECONDS = 60;

  /** `true` lets integrations use http and reach loopback and private networks: tests, development, intranets. */
  @Flag()
  @IsBoolean()
  ALLOW_PRIVATE_WEBHOOKS = false;

  /** `smtp://user:password@host:port`. Empty: mails are written to DATA_DIR/mail. */
  @Matches(/^smtps?:\/\//, { message: 'must start with smtp:// or smtps://' })
  @IsOptional()
  SMTP_URL?: string;

  /** Sender of all mails. */
  @IsEmail({ require_tld: false })
  MAIL_FROM = 'support@localhost';

  /**
   * Where mails to the help desk arrive, sub-addressing (`support+...@`) included. Room is left before the `@` for
   * what a reply address says. Empty: mails carry no reply address, answers are known by their Message-ID.
   */
  @IsEmail({ require_tld: false })
  @Matches(/^[^@]{1,20}@/, { message: 'must have at most 20 characters before its @' })
  @IsOptional()
  INBOUND_ADDRESS?: string;

  /** At least 32 characters: what a mail server shows at `POST /api/inbound/mail/`. Empty: there is no such route. */
  @MinLength(32)
  @Matches(/^[\x21-\x7e]+$/, { message: 'must be ASCII without spaces' })
  @IsOptional()
  INBOUND_SECRET?: string;

  /** `imaps://user:password@host:993/INBOX`: a mailbox that is fetched from. Empty: none. */
  @Matches(/^imaps?:\/\/[^:@/]+:[^@/]+@/, { message: 'must look like imaps://user:password@host:993/INBOX' })
  @IsOptional()
  IMAP_URL?: string;

  /** Name (authserv-id) of the mail server whose `Authentication-Results` count. Empty: none do. */
  @IsString()
  @IsOptional()
  TRUSTED_MAIL_SERVER?: string;

  /** So long a mail about a ticket waits for more that happens to it: several changes make one mail. */
  @Type(() => Number)
  @IsInt()
  @Min(0)
  @Max(3_600)
  MAIL_GATHER_SECONDS = 60;

  /** Days after its resolution on which a ticket is closed, unless somebody writes; `0`: never. */
  @Type(() => Number)
  @IsInt()
  @Min(0)
  @Max(3_650)
  AUTO_CLOSE_DAYS = 7;

  /** So many days before that the requester is told; `0`: not at all. */
  @Type(() => Number)
  @IsInt()
  @Min(0)
  @Max(365)
  AUTO_CLOSE_WARNING_DAYS = 2;

  /** Addresses (CIDR, comma separated) of the proxies whose `X-Forwarded-For` counts. Empty: none. */
  @IsString()
  @IsOptional()
  TRUSTED_PROXIES?: string;

  /** Multiplies every rate limit; `0` switches them off (load tests). */
  @Type(() => Number)
  @Min(0)
  @Max(1_000_000)
  RATE_LIMIT_FACTOR = 1;

  /** `true` logs at level debug. */
  @Flag()
  @IsBoolean()
  DEBUG = false;

  /** Folder for JSON log files. Empty: console only. */
  @IsString()
  @IsOptional()
  LOG_DIR?: string;

  /** Folder of the embedded database and of everything else that is kept on disk. */
  @IsString()
  DATA_DIR = '.data';

  /** E-mail of the first admin, made when the database has no user. */
  @IsEmail({ require_tld: false })
  ADMIN_EMAIL = 'admin@example.com';

  /** Password of the first admin. Empty: a random one, printed once (in production: no admin is made). */
  @MinLength(8)
  @IsOptional()
  ADMIN_PASSWORD?: string;

  /** `false` keeps an empty embedded database empty. Never used with DATABASE_URL. */
  @Flag()
  @IsBoolean()
  SAMPLE_DATA = true;

  get isProduction(): boolean {
    return this.NODE_ENV === 'production';
  }

  get publicUrl(): string {
    return (this.PUBLIC_URL ?? `http://localhost:${this.PORT}`).replace(/\/+$/, '');
  }
}

/** Configuration that cannot be used; the message names variables and constraints, never values. */
export class InvalidEnvError extends Error {}

/**
 * Reads and checks the environment. Empty variables count as unset.
 * @throws InvalidEnvError naming every variable that is wrong
 */
export function loadEnv(source: Record<string, string | undefined> = process.env): Readonly<Env> {
  const known = Object.keys(new Env()).concat(OPTIONAL_VARIABLES);
  const given = Object.fromEntries(known.map((name) => [name, source[name]]).filter(([, value]) => value));
  const env = plainToInstance(Env, given, { exposeDefaultValues: true });
  const complaints = validateSync(env).flatMap(({ property, constraints }) =>
    Object.values(constraints ?? {}).map((text) => `${property} ${text.replace(`${property} `, '')}`),
  );
  complaints.push(...requireProductionReady(env));
  if (complaints.length > 0) throw new InvalidEnvError(`Configuration: ${complaints.join('; ')}.`);
  return Object.freeze(env);
}

/** Variables without a default: a class field without a value leaves no trace at run time. */
export const OPTIONAL_VARIABLES = [
  'PUBLIC_URL',
  'DATABASE_URL',
  'REDIS_URL',
  'SECRET_KEY',
  'SECRET_KEY_PREVIOUS',
  'SMTP_URL',
  'INBOUND_ADDRESS',
  'INBOUND_SECRET',
  'IMAP_URL',
  'TRUSTED_MAIL_SERVER',
  'TRUSTED_PROXIES',
  'LOG_DIR',
  'ADMIN_PASSWORD',
];
