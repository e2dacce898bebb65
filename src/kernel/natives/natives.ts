/** All procedures that the kernel implements in TypeScript, by `Interface.Procedure`. */
import { CODE_NATIVES } from './code.ts';
import { DISPATCHER_NATIVES } from './dispatcher.ts';
import { DOMAIN_NATIVES } from './domains.ts';
import { FMT_NATIVES } from './fmt.ts';
import { IEEE_NATIVES } from './ieee.ts';
import { MATH_NATIVES } from './math.ts';
import { MUTEX_NATIVES } from './mutex.ts';
import type { NativeTable } from './native.ts';
import { QUOTA_NATIVES } from './quota.ts';
import { STRAND_NATIVES } from './strand.ts';
import { SYSTEM_NATIVES } from './system.ts';
import { TEXT_NATIVES } from './text.ts';
import { THREAD_NATIVES } from './thread.ts';
import { TYPE_NATIVES } from './types.ts';
import { WEAK_NATIVES } from './weak.ts';
import { WORD_NATIVES } from './word.ts';

export const NATIVES: NativeTable = {
  ...CODE_NATIVES,
  ...DISPATCHER_NATIVES,
  ...DOMAIN_NATIVES,
  ...FMT_NATIVES,
  ...IEEE_NATIVES,
  ...MATH_NATIVES,
  ...MUTEX_NATIVES,
  ...QUOTA_NATIVES,
  ...STRAND_NATIVES,
  ...SYSTEM_NATIVES,
  ...TEXT_NATIVES,
  ...THREAD_NATIVES,
  ...TYPE_NATIVES,
  ...WEAK_NATIVES,
  ...WORD_NATIVES,
};
