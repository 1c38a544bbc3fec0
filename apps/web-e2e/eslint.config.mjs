import root from '../../eslint.config.mjs';

export default [
  ...root,
  // Playwright hands fixtures to a function that it calls `use`, and reads its configuration from the environment
  { files: ['**/*.ts'], rules: { 'no-restricted-properties': 'off', 'no-empty-pattern': 'off' } },
];
