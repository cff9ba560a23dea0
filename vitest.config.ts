import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    // Two cores, and some tests start servers of their own: more workers would only wait for each other.
    maxWorkers: 2,
    testTimeout: 60_000,
  },
});
