import { expect, test } from 'vitest';
import { ask, execute, missing, timed } from '../../bench/processes.ts';

test('a command that is not there is missing, and the reason is one line', () => {
  expect(missing(process.execPath)).toBeUndefined();
  expect(missing('no-such-compiler')).toBe('no-such-compiler is not on this machine');
  expect(missing(process.execPath, ['--no-such-option'])).toContain('ends with status 9');
});

test('what a process prints comes back, with its processor time', () => {
  const busy = 'let x = 0; for (let i = 0; i < 3e7; i++) x += i % 7; console.log(JSON.stringify({ x }))';
  const { output, time } = timed(process.execPath, ['--eval', busy]);
  expect(JSON.parse(output)).toEqual({ x: 89999995 });
  expect(time).toBeGreaterThan(0);
  expect(ask<{ x: number }>(process.execPath, ['--eval', 'console.log(JSON.stringify({ x: 1 }))'])).toEqual({ x: 1 });
});

test('a process that fails says why', () => {
  expect(() => execute(process.execPath, ['--eval', 'console.error("no room"); process.exit(3)'])).toThrow(
    /ends with status 3:\nno room/,
  );
});
