/** Jest over ESM TypeScript. Browser suites are a project of their own so that they get their own worker budget. */
const base = {
  testEnvironment: 'node',
  extensionsToTreatAsEsm: ['.ts', '.tsx'],
  transform: {
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
  testTimeout: 60_000,
  projects: [
    { ...base, displayName: 'node', testMatch: ['<rootDir>/tests/{unit,api,realtime,storage,structure}/**/*.test.ts'] },
    {
      ...base,
      displayName: 'browser',
      testEnvironment: '<rootDir>/tests/support/browser-environment.mjs',
      testMatch: ['<rootDir>/tests/browser/**/*.test.ts'],
    },
  ],
};
