import angular from 'angular-eslint';
import tseslint from 'typescript-eslint';
import root from '../../eslint.config.mjs';
import { moduleMapConfigs } from '../../tools/eslint/module-map.mjs';

export default tseslint.config(
  ...root,
  {
    files: ['**/*.ts'],
    extends: [...angular.configs.tsRecommended],
    processor: angular.processInlineTemplates,
    rules: {
      '@angular-eslint/component-selector': [
        'error',
        { type: 'element', prefix: ['app', 'ui'], style: 'kebab-case' },
      ],
      '@angular-eslint/directive-selector': [
        'error',
        { type: 'attribute', prefix: ['app', 'ui'], style: 'camelCase' },
      ],
      '@angular-eslint/prefer-inject': 'error',
      '@angular-eslint/prefer-signals': 'error',
    },
  },
  {
    files: ['**/*.html'],
    extends: [...angular.configs.templateRecommended, ...angular.configs.templateAccessibility],
  },
  ...moduleMapConfigs({
    project: import.meta.dirname,
    root: 'src/app',
    // `ui` and `core` are imported file by file: an index would pull lazy code into the first download
    open: ['ui', 'core'],
    map: {
      ui: [],
      core: ['ui'],
      account: ['core', 'ui'],
      admin: ['tickets', 'core', 'ui'],
      auth: ['core', 'ui'],
      tickets: ['core', 'ui'],
      stats: ['tickets', 'core', 'ui'],
      notifications: ['core', 'ui'],
      shell: ['notifications', 'tickets', 'core', 'ui'],
    },
  }),
);
