/** Variables that addresses in a nest of loops begin at. The nest does not change where they are. */
import type { RuntimeType } from '../../types/runtime-type.ts';

export interface Root {
  /** `address`: what the address in a local is that of; `heap`: what the reference in a local leads to, from an offset on; `frame`: a variable in the frame; `global`. */
  readonly kind: 'address' | 'heap' | 'frame' | 'global';
  /** The local; of a global the address. */
  readonly at: number;
  readonly offset: number;
  readonly type: RuntimeType;
  /** Same for the same variable. */
  readonly key: string;
}

export function rootOf(kind: Root['kind'], at: number, type: RuntimeType, offset = 0): Root {
  return { kind, at, offset, type, key: `${kind} ${at}+${offset}` };
}

/** Whether two variables have bytes in common: they do, they cannot, or the addresses must tell. */
export function overlap(a: Root, b: Root): 'yes' | 'no' | 'maybe' {
  if (a.key === b.key) return 'yes';
  if (a.kind === 'address' || b.kind === 'address') return 'maybe';
  return a.kind === 'heap' && b.kind === 'heap' && a.at !== b.at ? 'maybe' : 'no';
}
