import presets from 'jest-preset-angular/presets/index.js';

const preset = presets.createCjsPreset({ tsconfig: '<rootDir>/tsconfig.spec.json' });

/** @type {import('jest').Config} */
export default {
  ...preset,
  displayName: 'web',
  reporters: [
    'default',
    ['<rootDir>/../../tools/test/totals-reporter.mjs', { file: '../../dist/test-totals/web-test.json' }],
  ],
  rootDir: import.meta.dirname,
  // The workspace's contracts are read as TypeScript source, as the build does.
  testEnvironmentOptions: { customExportConditions: ['@ticketing/source', 'browser', 'default'] },
  moduleNameMapper: { '^(\\.{1,2}/.*)\\.js$': ['$1.js', '$1'] },
  // marked ships as an ES module in a `.js` file.
  transformIgnorePatterns: ['node_modules/(?!(.*\\.mjs$|marked/))'],
  setupFilesAfterEnv: ['<rootDir>/src/test-setup.ts'],
  testMatch: ['<rootDir>/src/**/*.spec.ts'],
};
