import { describe, expect, test } from 'vitest';
import { decodeModule } from '../../src/bytecode/decode.ts';
import { verifyModule } from '../../src/bytecode/verify/verify.ts';
import { readHostileFiles } from './hostile.ts';

describe('files written by hand', () => {
  for (const { name, expected, bytes } of readHostileFiles()) {
    test(`${name}: ${expected}`, () => {
      const result = decodeModule(bytes);
      if ('error' in result)
        expect(`${result.error.code} ${result.error.message}`).toMatch(new RegExp(`^${expected} `));
      else expect(verifyModule(result.module)[0]?.code ?? 'ok').toBe(expected);
    });
  }
});
