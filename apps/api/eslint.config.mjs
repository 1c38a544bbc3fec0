import root from '../../eslint.config.mjs';
import { moduleMapConfigs } from '../../tools/eslint/module-map.mjs';
import { MODULE_MAP } from './module-map.mjs';

export default [
  ...root,
  {
    files: ['**/*.ts'],
    languageOptions: { parserOptions: { emitDecoratorMetadata: true, experimentalDecorators: true } },
  },
  ...moduleMapConfigs({
    project: import.meta.dirname,
    root: 'src',
    map: MODULE_MAP,
    open: ['platform'],
    ending: '.js',
  }),
];
