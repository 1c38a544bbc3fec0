import unit from './jest.config.mjs';

/** Repositories, controllers over HTTP, migrations: against a real PostgreSQL. */
export default {
  ...unit,
  displayName: 'api-int',
  testMatch: ['**/*.int-spec.ts'],
  globalSetup: '<rootDir>/apps/api/test/global-setup.mjs',
  globalTeardown: '<rootDir>/apps/api/test/global-teardown.mjs',
  // CommonJS packages (throttler) require Nest, which is ESM: jest only allows that once Nest is loaded
  setupFiles: ['reflect-metadata', '@nestjs/common', '@nestjs/core'],
  testTimeout: 60_000,
  maxWorkers: 2,
  reporters: [
    'default',
    ['<rootDir>/tools/test/totals-reporter.mjs', { file: 'dist/test-totals/api-test-int.json' }],
  ],
};
