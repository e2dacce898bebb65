import { defineConfig } from 'vitest/config';

/** One editor at a time, and the steps in their order: each starts where the one before left the screen. */
export default defineConfig({
  test: {
    include: ['test/editor-real/**/*.test.ts'],
    testTimeout: 180_000,
    hookTimeout: 180_000,
    pool: 'forks',
    fileParallelism: false,
    bail: 1,
  },
});
