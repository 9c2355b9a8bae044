import js from '@eslint/js';
import tseslint from 'typescript-eslint';
import { ownGlobals } from './tools/own-globals.mjs';

const house = { rules: { 'own-globals': ownGlobals } };

export default tseslint.config(
  { ignores: ['dist/**', 'data/**', 'node_modules/**', 'coverage/**'] },
  js.configs.recommended,
  {
    files: ['**/*.ts', '**/*.tsx'],
    extends: [...tseslint.configs.recommendedTypeChecked],
    languageOptions: { parserOptions: { project: './tsconfig.lint.json', tsconfigRootDir: import.meta.dirname } },
    rules: {
      '@typescript-eslint/no-floating-promises': 'error',
      '@typescript-eslint/no-misused-promises': 'error',
      '@typescript-eslint/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: true }],
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true, allowBoolean: true }],
    },
  },
  { files: ['services/**'], plugins: { house }, rules: { 'house/own-globals': ['error', 'browser'] } },
  { files: ['client-widget/**/*.ts*'], plugins: { house }, rules: { 'house/own-globals': ['error', 'node'] } },
  { files: ['shared/**'], plugins: { house }, rules: { 'house/own-globals': ['error', 'browser', 'node'] } },
  {
    files: ['**/*.js', '**/*.mjs'],
    languageOptions: {
      globals: Object.fromEntries(
        [
          'process',
          'console',
          'URL',
          'setTimeout',
          'clearTimeout',
          'setInterval',
          'clearInterval',
          'fetch',
          'performance',
          'Buffer',
          'AbortController',
        ].map((name) => [name, 'readonly']),
      ),
    },
  },
);
