import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { defineConfig } from '@playwright/test';
import { MAILBOX } from './src/support/mailbox.js';
import { ADMIN } from './src/support/people.js';

// this file is read once more in each worker: the environment carries what the first reading chose
process.env['E2E_PORT'] ??= String(20_000 + Math.floor(Math.random() * 12_000));
process.env['E2E_DATA_DIR'] ??= mkdtempSync(join(tmpdir(), 'ticketing-e2e-'));
const address = `http://localhost:${process.env['E2E_PORT']}`;

/** Journeys of people, in real Chromium, against the production build on an embedded database of its own. */
export default defineConfig({
  testDir: 'src/journeys',
  testMatch: '**/*.e2e.ts',
  outputDir: '../../test-results',
  globalTeardown: './src/support/remove-data.ts',
  fullyParallel: true,
  workers: 2,
  retries: 0,
  // axe takes seconds a page on two processors; what a person would see is waited for, never slept for
  timeout: 240_000,
  expect: { timeout: 15_000 },
  forbidOnly: true,
  reporter: [['list'], ['../../tools/test/playwright-totals.mjs', { file: 'dist/test-totals/web-e2e.json' }]],
  use: {
    baseURL: address,
    viewport: { width: 1440, height: 900 },
    trace: 'retain-on-failure',
    launchOptions: {
      executablePath: process.env['CHROMIUM_PATH'] ?? '/usr/bin/chromium',
      args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking'],
    },
  },
  webServer: {
    command: 'node dist/apps/api/main.js',
    cwd: '../..',
    url: `${address}/api/health/ready`,
    reuseExistingServer: false,
    gracefulShutdown: { signal: 'SIGTERM', timeout: 10_000 },
    env: {
      PORT: process.env['E2E_PORT'],
      DATA_DIR: process.env['E2E_DATA_DIR'],
      RATE_LIMIT_FACTOR: '100',
      MAIL_GATHER_SECONDS: '1',
      INBOUND_ADDRESS: MAILBOX.address,
      INBOUND_SECRET: MAILBOX.secret,
      ADMIN_EMAIL: ADMIN.email,
      ADMIN_PASSWORD: ADMIN.password,
    },
  },
});
