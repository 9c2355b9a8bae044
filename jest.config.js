/** A path of this folder within a pattern. */
const root = import.meta.dirname.replace(/[^\w/-]/g, '\\$&');

/** Jest over ESM TypeScript. Browser suites are a project of their own so that they can be left out where no browser runs. */
const base = {
  testEnvironment: '<rootDir>/tests/support/environment.mjs',
  extensionsToTreatAsEsm: ['.ts', '.tsx'],
  moduleNameMapper: { '^(express|mongoose)$': '<rootDir>/tests/support/$1.ts' },
  transform: {
    [`^${root}/((services|shared)/.+|tests/support/(express|mongoose))\\.ts$`]:
      '<rootDir>/tests/support/built-module.mjs',
    '^.+\\.tsx?$': [
      '@swc/jest',
      {
        jsc: {
          target: 'es2022',
          parser: { syntax: 'typescript', tsx: true },
          transform: { react: { runtime: 'automatic', importSource: 'preact' } },
        },
        module: { type: 'es6' },
      },
    ],
  },
  modulePathIgnorePatterns: ['<rootDir>/dist/', '<rootDir>/data/'],
};

export default {
  globalSetup: '<rootDir>/tests/support/stores.mjs',
  globalTeardown: '<rootDir>/tests/support/stop-stores.mjs',
  testTimeout: 60_000,
  testSequencer: '<rootDir>/tests/support/sequencer.mjs',
  projects: [
    { ...base, displayName: 'node', testMatch: ['<rootDir>/tests/{unit,api,realtime,storage,structure}/**/*.test.ts'] },
    { ...base, displayName: 'browser', testMatch: ['<rootDir>/tests/browser/**/*.test.ts'] },
  ],
};
