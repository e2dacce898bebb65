import { defineConfig } from 'vitest/config';

/** One editor at a time, and the steps in their order: each starts where the one before left the screen. A step that fails is tried once more. */
export default defineConfig({
  test: {
    include: ['test/editor-real/**/*.test.ts'],
    testTimeout: 300_000,
    hookTimeout: 300_000,
    retry: 1,
    pool: 'forks',
    fileParallelism: false,
    bail: 1,
  },
});
