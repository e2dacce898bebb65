/**
 * Concatenation in WebAssembly: what `&` calls. It does as `heap/access.ts` does, for texts of bytes that fit into cells at hand, and leaves the others to it.
 */
import { LONGEST_COPY } from '../heap/access.ts';
import { HEADER_DOMAIN, HEADER_SIZE, TEXT_BYTES, TEXT_LEFT, TEXT_LENGTH, TEXT_RIGHT } from '../heap/layout.ts';
import { CONCATENATION, WIDE } from '../heap/state.ts';
import { MAX_SIZE } from '../types/sizes.ts';
import type { FunctionBody } from '../wasm/function.ts';
import { ModuleBuilder } from '../wasm/module.ts';
import { Op } from '../wasm/opcodes.ts';
import { BYTES_PER_FUEL_SHIFT, payBody } from './bulk.ts';

export interface TextCatImports {
  readonly memory: WebAssembly.Memory;
  /** As in `heap/fast-path.ts`. */
  readonly allocText: WebAssembly.ImportValue;
  /** cat(a, b, domain) -> ref, of any two texts. */
  readonly cat: WebAssembly.ImportValue;
}

/** cat(a, b, domain) -> ref */
export function instantiateTextCat(imports: TextCatImports): WebAssembly.ExportValue {
  const m = new ModuleBuilder('texts');
  m.importMemory('k', 'memory', { min: 0 });
  const allocText = m.importFunction('k', 'allocText', { params: ['i32', 'i32'], results: ['i32'] });
  const signature = { params: ['i32', 'i32', 'i32'], results: ['i32'] } as const;
  const slow = m.importFunction('k', 'cat', signature);
  const copy = m.function('copy', COPY);
  copyBody(copy.body);
  const pay = m.function('pay', { params: ['i32'], results: [] });
  payBody(pay.body);

  const cat = m.function('cat', signature);
  const f = cat.body;
  const [a, b, domain] = [0, 1, 2];
  const [first, second, total, flags, made] = [0, 0, 0, 0, 0].map(() => f.local('i32')) as [
    number,
    number,
    number,
    number,
    number,
  ];
  f.get(b).memory(Op.i32_load, TEXT_LENGTH).tee(second).op(Op.i32_eqz).if().get(a).return().end();
  f.get(a).memory(Op.i32_load, TEXT_LENGTH).tee(first).op(Op.i32_eqz).if().get(b).return().end();
  f.block();
  pushDomainWord(f, a);
  pushDomainWord(f, b);
  f.op(Op.i32_or).tee(flags).i32(WIDE).op(Op.i32_and).brIf(0);
  // Below 2**32: each is below 2**31.
  f.get(first).get(second).op(Op.i32_add).tee(total).i32(LONGEST_COPY).op(Op.i32_gt_u).if();
  f.get(total)
    .i32(MAX_SIZE - HEADER_SIZE - TEXT_BYTES)
    .op(Op.i32_gt_u)
    .brIf(1);
  f.get(domain)
    .i32(TEXT_RIGHT + 4 - TEXT_BYTES)
    .call(allocText)
    .tee(made)
    .op(Op.i32_eqz)
    .brIf(1);
  f.get(made).get(total).memory(Op.i32_store, TEXT_LENGTH);
  f.get(made).get(a).memory(Op.i32_store, TEXT_LEFT);
  f.get(made).get(b).memory(Op.i32_store, TEXT_RIGHT);
  f.get(made).i32(-HEADER_DOMAIN).op(Op.i32_sub).get(domain).i32(CONCATENATION);
  f.op(Op.i32_or).memory(Op.i32_store, 0);
  f.get(made).return();
  f.end();
  f.get(flags).i32(CONCATENATION).op(Op.i32_and).brIf(0);
  f.get(domain).get(total).call(allocText).tee(made).op(Op.i32_eqz).brIf(0);
  f.get(made).get(total).memory(Op.i32_store, TEXT_LENGTH);
  const pushBytes = (text: number) => f.get(text).i32(TEXT_BYTES).op(Op.i32_add);
  pushBytes(made);
  pushBytes(a).get(first).call(copy.index);
  pushBytes(made).get(first).op(Op.i32_add);
  pushBytes(b).get(second).call(copy.index);
  f.get(total).i32(BYTES_PER_FUEL_SHIFT).op(Op.i32_shr_u).call(pay.index);
  f.get(made).return();
  f.end();
  f.get(a).get(b).get(domain).call(slow);
  m.export('cat', 'func', cat.index);
  const instance = new WebAssembly.Instance(new WebAssembly.Module(m.encode().bytes), { k: { ...imports } });
  return instance.exports['cat']!;
}

/** The word of a text's header with its flags. */
export function pushDomainWord(f: FunctionBody, text: number): FunctionBody {
  return f.get(text).i32(-HEADER_DOMAIN).op(Op.i32_sub).memory(Op.i32_load, 0);
}

/** copy(to, from, bytes); the two do not overlap. */
export const COPY = { params: ['i32', 'i32', 'i32'], results: [] } as const;

/** From how many bytes on the engine's own copying, which takes a call of C, is faster. */
const LONG_COPY = 128;

export function copyBody(f: FunctionBody): void {
  const [to, from, left] = [0, 1, 2];
  const last = f.local('i64');
  f.get(left).i32(LONG_COPY).op(Op.i32_gt_u).if();
  f.get(to).get(from).get(left).memoryCopy().return();
  f.end();
  f.get(left).i32(8).op(Op.i32_ge_u).if();
  // Eight bytes at a time; the last eight may have bytes in common with those before.
  f.get(from).get(left).op(Op.i32_add).i32(8).op(Op.i32_sub).memory(Op.i64_load, 0).set(last);
  f.block().loop();
  f.get(left).i32(8).op(Op.i32_le_u).brIf(1);
  f.get(to).get(from).memory(Op.i64_load, 0).memory(Op.i64_store, 0);
  f.get(to).i32(8).op(Op.i32_add).set(to);
  f.get(from).i32(8).op(Op.i32_add).set(from);
  f.get(left).i32(8).op(Op.i32_sub).set(left);
  f.br(0).end().end();
  f.get(to).get(left).op(Op.i32_add).i32(8).op(Op.i32_sub).get(last).memory(Op.i64_store, 0).return();
  f.end();
  for (const [bytes, load, store] of [
    [4, Op.i32_load, Op.i32_store],
    [2, Op.i32_load16_u, Op.i32_store16],
    [1, Op.i32_load8_u, Op.i32_store8],
  ] as const) {
    f.get(left).i32(bytes).op(Op.i32_and).if();
    f.get(to).get(from).memory(load, 0).memory(store, 0);
    if (bytes > 1) {
      f.get(to).i32(bytes).op(Op.i32_add).set(to);
      f.get(from).i32(bytes).op(Op.i32_add).set(from);
    }
    f.end();
  }
}
