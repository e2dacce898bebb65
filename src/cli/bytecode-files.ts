/**
 * `.spx` files from the host's disk, for the tools that look at them.
 */
import { decodeModule } from '../bytecode/decode.ts';
import { describeError } from '../bytecode/errors.ts';
import type { SpxModule } from '../bytecode/module.ts';
import { verifyModule } from '../bytecode/verify/verify.ts';
import { InputError } from './exit.ts';
import { readBytes } from './sources.ts';

/** Decodes; a file that is not bytecode is an InputError. */
export function decodeFile(path: string): SpxModule {
  const result = decodeModule(readBytes(path));
  if ('error' in result) throw new InputError(`${path}: ${describeError(result.error)}`);
  return result.module;
}

/** Decodes and verifies; what is wrong comes as lines of text. */
export function loadBytecode(path: string): { module?: SpxModule; errors: string[] } {
  const result = decodeModule(readBytes(path));
  if ('error' in result) return { errors: [describeError(result.error)] };
  return { module: result.module, errors: verifyModule(result.module).map(describeError) };
}
