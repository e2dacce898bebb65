/**
 * References: allocation, run-time types, texts, mutexes, names of code.
 */
import { T } from '../../../bytecode/types.ts';
import type { Operand, TypedInstruction } from '../../../bytecode/verify/operands.ts';
import { DESC_DEPTH, DESC_KIND, DESC_TYPECODE, DescriptorKind, HEADER_DESCRIPTOR } from '../../heap/layout.ts';
import type { RuntimeType } from '../../types/runtime-type.ts';
import { Op } from '../../wasm/opcodes.ts';
import { callAllocate } from '../allocate.ts';
import { payForBytes } from '../bulk.ts';
import { callInitialiser } from '../defaults.ts';
import { type Emitter, type Handler, type Handlers, number } from '../emitter.ts';
import { lockMutex, unlockMutex } from '../mutex.ts';
import { revealed } from '../signature.ts';

/** The type that values of this one have at run time: opaque types are looked through. */
function allocated(e: Emitter, i: TypedInstruction): RuntimeType {
  return revealed(e.type(number(i)));
}

function initialise(e: Emitter, type: RuntimeType): void {
  if (e.program.layout.payloadIsZero(type)) return;
  const ref = e.teeTemp('i32');
  callInitialiser(e.program, e.code, type);
  e.code.get(ref);
}

const allocate: Handler = (e, i) => {
  const type = allocated(e, i);
  const { layout } = e.program;
  e.code.i32(layout.descriptorOf(type));
  e.pushPayer();
  callAllocate(e, layout.payloadSize(type));
  initialise(e, type);
};

/** NULL has no other values. */
function isNil(e: Emitter, operand: Operand | undefined): boolean {
  return operand?.k === 'ref' && e.type(operand.type).kind === 'null';
}

/** No object has more elements or bytes than this; the product of lengths is kept below, so that nothing wraps. */
const MAX_COUNT = 2n ** 31n - 1n;

const allocateOpen: Handler = (e, i) => {
  const type = allocated(e, i);
  if (type.kind !== 'ref') throw new Error(`${type.name} has no open array`);
  const { layout, imports } = e.program;
  const lengths = e.setTemps(i.inputs.map(() => 'i64' as const));
  const total = e.temp('i64');
  const { bits } = layout.elementPlace(type.target);
  for (const [n, l] of lengths.entries()) {
    const known = e.intervalOf(i, n);
    if (known.lo >= 0n && known.hi <= MAX_COUNT) continue;
    e.code.get(l).i64(MAX_COUNT).op(Op.i64_gt_u);
    e.faultIf('ValueOutOfRange');
  }
  // Innermost first: a row of packed elements is padded to whole bytes and counts bytes.
  lengths.toReversed().forEach((l, n) => {
    e.code.get(l);
    if (n > 0) e.code.get(total).op(Op.i64_mul);
    else if (bits !== undefined) {
      e.code.i64(BigInt(bits)).op(Op.i64_mul).i64(7n).op(Op.i64_add).i64(3n).op(Op.i64_shr_u);
    }
    e.code.set(total);
    if (n === 0 && bits === undefined) return;
    e.code.get(total).i64(MAX_COUNT).op(Op.i64_gt_u);
    e.faultIf('ValueOutOfRange');
  });
  e.code.i32(layout.descriptorOf(type));
  e.pushPayer();
  e.code.get(total).op(Op.i32_wrap_i64).call(imports.allocOpen);
  const ref = e.setTemp('i32');
  e.code.get(total).op(Op.i32_wrap_i64);
  payForBytes(e.program, e.code);
  lengths.forEach((l, n) => {
    e.code
      .get(ref)
      .get(l)
      .memory(Op.i64_store32, 4 * n);
  });
  e.code.get(ref);
  initialise(e, type);
};

/**
 * ref in a local, known not to be NIL -> i32: whether it is a member of the type. A descriptor stands for one type, so types other than objects
 * compare descriptors; an object's descriptor lists those of its ancestors by depth.
 */
function pushMember(e: Emitter, type: RuntimeType, ref: number): void {
  const { layout } = e.program;
  if (type.kind === 'refany') {
    e.code.i32(1);
    return;
  }
  if (type.kind === 'null') {
    e.code.i32(0);
    return;
  }
  e.code.get(ref).i32(-HEADER_DESCRIPTOR).op(Op.i32_sub).memory(Op.i32_load, 0);
  if (type.kind !== 'object') {
    e.code.i32(layout.descriptorOf(type)).op(Op.i32_eq);
    return;
  }
  const depth = layout.depthOf(type);
  const descriptor = e.setTemp('i32');
  e.code.get(descriptor).memory(Op.i32_load, DESC_KIND).i32(DescriptorKind.Object).op(Op.i32_eq);
  if (depth === 0) return;
  e.code.get(descriptor).memory(Op.i32_load, DESC_DEPTH).i32(depth).op(Op.i32_ge_u, Op.i32_and);
  e.code.if('i32');
  e.code
    .get(descriptor)
    .i32(4 * (depth + 1))
    .op(Op.i32_sub)
    .memory(Op.i32_load, 0);
  e.code.i32(layout.descriptorOf(type)).op(Op.i32_eq);
  e.code.else().i32(0).end();
}

const isType: Handler = (e, i) => {
  const ref = e.setTemp('i32');
  e.code.get(ref).op(Op.i32_eqz).if('i32').i32(1).else();
  pushMember(e, allocated(e, i), ref);
  e.code.end();
};

const narrow: Handler = (e, i) => {
  const type = allocated(e, i);
  if (type.kind === 'refany') return;
  const ref = e.teeTemp('i32');
  e.code.if();
  pushMember(e, type, ref);
  e.code.op(Op.i32_eqz);
  e.faultIf('NARROWFailed');
  e.code.end().get(ref);
};

/** As other Modula-3 systems have it; types of these numbers are never allocated. */
const TYPECODE_OF_NULL = 0n;
const TYPECODE_OF_TEXT = 1n;

function typecode(type: RuntimeType): bigint {
  if (type.kind === 'null') return TYPECODE_OF_NULL;
  return type.kind === 'text' ? TYPECODE_OF_TEXT : BigInt(type.id);
}

export const referenceOps: Handlers = {
  nil: (e) => {
    e.code.i32(0);
  },
  'text.const': (e, i) => {
    e.code.i32(e.program.linked.texts[number(i)]!);
  },
  'ref.eq': (e, i) => {
    e.code.op(Op.i32_eq);
    for (const side of [0, 1]) {
      const source = e.localOf(i, side);
      if (source && isNil(e, i.inputs[1 - side])) {
        e.condition = { ...source, relation: 'eq', constant: undefined, made: e.now };
        return;
      }
    }
  },
  new: allocate,
  'new.open': allocateOpen,
  istype: isType,
  narrow,
  typecode: (e, i) => {
    e.code.i64(typecode(allocated(e, i)));
  },
  'ref.typecode': (e) => {
    const ref = e.teeTemp('i32');
    e.code.if('i64');
    e.code
      .get(ref)
      .i32(-HEADER_DESCRIPTOR)
      .op(Op.i32_sub)
      .memory(Op.i32_load, 0)
      .memory(Op.i64_load32_u, DESC_TYPECODE);
    const id = e.setTemp('i64');
    const text = e.program.linked.types[T.TEXT]!;
    e.code.i64(typecode(text)).get(id).get(id).i64(BigInt(text.id)).op(Op.i64_eq, Op.select);
    e.code.else().i64(TYPECODE_OF_NULL).end();
  },
  'text.cat': (e) => {
    const [a, b] = e.setTemps(['i32', 'i32']);
    e.code.get(a!).op(Op.i32_eqz).get(b!).op(Op.i32_eqz, Op.i32_or);
    e.faultIf('AttemptToDereferenceNIL');
    e.code.get(a!).get(b!);
    e.pushPayer();
    e.code.call(e.program.imports.textCat);
  },
  this_module: (e) => {
    e.code.i32(e.program.linked.moduleRefs[e.def.unit] ?? 0);
  },
  interface_unit: (e, i) => {
    const name = e.program.linked.module.texts[number(i)] ?? '';
    e.code.i32(e.program.linked.interfaceRefs.get(name) ?? 0);
  },
  lock: (e, i) => {
    e.checkTopNil(i, 0);
    lockMutex(e);
  },
  unlock: (e, i) => {
    e.checkTopNil(i, 0);
    unlockMutex(e);
  },
};
