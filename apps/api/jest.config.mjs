import { swcTransform } from './test/swc-transform.mjs';

/** Rules: no Nest, no database. */
export default {
  displayName: 'api',
  rootDir: '../..',
  roots: ['<rootDir>/apps/api'],
  testMatch: ['**/*.spec.ts'],
  testEnvironment: 'node',
  transform: swcTransform,
  extensionsToTreatAsEsm: ['.ts'],
  moduleNameMapper: { '^(\\.{1,2}/.*)\\.js$': '$1' },
  setupFiles: ['reflect-metadata'],
  reporters: [
    'default',
    ['<rootDir>/tools/test/totals-reporter.mjs', { file: 'dist/test-totals/api-test.json' }],
  ],
};
