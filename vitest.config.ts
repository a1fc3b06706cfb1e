import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    testTimeout: 120_000,
    hookTimeout: 120_000,
    globalSetup: ['one-temporary-folder', 'report-template', 'kernel-file'].map((name) => `test/support/${name}.ts`),
    setupFiles: 'test/support/remove-folders.ts',
    // No test changes what others import, and loading everything anew for each file takes half of the time.
    isolate: false,
    // Two processors are enough for two files at a time; by default one of them is left idle.
    maxWorkers: 2,
    coverage: {
      provider: 'v8',
      include: ['src/**/*.ts'],
      // Runs in a browser, where the tests of the report try it; the counter sees Node only.
      exclude: ['src/report/client/**'],
      reporter: ['text-summary', 'text'],
      thresholds: { lines: 90 },
    },
  },
});
