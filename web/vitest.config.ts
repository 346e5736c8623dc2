import { defineConfig } from 'vitest/config';

const waits = { testTimeout: 60_000, hookTimeout: 120_000 };

export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: 'unit',
          include: ['packages/*/test/**/*.test.ts', 'apps/*/test/**/*.test.ts'],
        },
      },
      // The application in a real browser, against a suite in memory.
      {
        test: {
          name: 'browser',
          include: ['e2e/browser/**/*.test.ts'],
          globalSetup: ['e2e/build.ts'],
          fileParallelism: false,
          ...waits,
        },
      },
      // The same against a running suite: BASE_URL says where.
      {
        test: {
          name: 'suite',
          include: ['e2e/suite/**/*.test.ts'],
          fileParallelism: false,
          // Vitest keeps BASE_URL for itself, so it is handed on under another name.
          env: { SUITE: process.env['BASE_URL'] ?? '' },
          ...waits,
        },
      },
    ],
  },
});
