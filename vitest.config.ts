import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    // Wants editors, and has a script of its own: npm run test:editor.
    exclude: ['test/editor-real/**'],
    // For what hangs: a machine with much other work may need a minute for what takes two seconds.
    testTimeout: 240_000,
    hookTimeout: 120_000,
    pool: 'forks',
    // The user's cache is none of the tests' business; those of the cache have their own.
    env: { SPIN_CACHE: '' },
  },
});
