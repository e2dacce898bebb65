/**
 * Constants, locals and globals.
 */
import { Op } from '../../wasm/opcodes.ts';
import { bigint, type Handler, type Handlers, number } from '../emitter.ts';
import { ANY_INTEGER, forget, learnBounds, learnNonNil } from '../facts.ts';
import { movePointers } from '../invariants/pointers.ts';
import { pushFrameOf } from './call.ts';

const get: Handler = (e, i) => {
  const n = number(i);
  const { def, words } = e.shape.locals[n]!;
  const first = e.words[n]!;
  for (let w = 0; w < words.length; w++) e.code.get(first + w);
  if (def.kind !== 'value') return;
  e.resultSource = n;
  e.resultInterval = e.facts.bounds.get(n);
};

const set: Handler = (e, i) => {
  const n = number(i);
  const first = e.words[n]!;
  const { def, words } = e.shape.locals[n]!;
  for (let w = words.length - 1; w >= 0; w--) e.code.set(first + w);
  const source = e.localOf(i, 0);
  const nonNil = source !== undefined && e.facts.nonNil.has(source.local);
  e.lastSet[n] = e.now;
  forget(e.facts, n);
  if (nonNil) learnNonNil(e.facts, n);
  if (def.kind === 'value' && i.inputs[0]?.k === 'int') {
    const known = e.intervalOf(i, 0);
    if (known !== ANY_INTEGER && (known.lo > ANY_INTEGER.lo || known.hi < ANY_INTEGER.hi))
      learnBounds(e.facts, n, known);
  }
  e.rootLocal(n);
  movePointers(e, e.now);
};

const address: Handler = (e, i) => {
  const n = number(i);
  const { words, offset } = e.shape.locals[n]!;
  if (words.length === 0) {
    e.code.get(e.frame);
    e.resultOffset = offset!;
    return;
  }
  words.forEach((_, w) => {
    e.code.get(e.words[n]! + w);
  });
};

/** A local of a procedure further out, in that procedure's frame. */
const outer: Handler = (e, i) => {
  const [level, n] = [number(i), number(i, 1)];
  let own = e.own;
  for (let l = 0; l < level; l++) own = e.program.linked.module.procedures[own]!.parent! - e.program.importedProcedures;
  const { words, offset } = e.shapes[own]!.locals[n]!;
  pushFrameOf(e, level);
  if (words.length === 0) {
    e.resultOffset = offset!;
    return;
  }
  const base = e.setTemp('i32');
  words.forEach((_, w) => {
    e.code.get(base).memory(Op.i32_load, offset! + 4 * w);
  });
};

const duplicate: Handler = (e, i) => {
  const operand = i.inputs[0]!;
  const offset = e.offsetOf(i, 0);
  const source = e.sources[i.height];
  const words = e.setTemps(e.wordsOf(operand));
  for (const output of [0, 1]) {
    e.getAll(words);
    e.finishOutput(operand, i.height + output, output, offset);
    e.sources[i.height + output] = source;
  }
};

export const localOps: Handlers = {
  'int.const': (e, i) => {
    const value = bigint(i);
    e.code.i64(value);
    // It may stand in the place of a parameter, of which its consumer knows the type.
    e.resultInterval = { lo: value, hi: value };
  },
  'bool.const': (e, i) => {
    e.code.i32(number(i));
  },
  'real.const': (e, i) => {
    e.code.f32(number(i));
  },
  'long.const': (e, i) => {
    e.code.f64(number(i));
  },
  'local.get': get,
  'local.set': set,
  'local.addr': address,
  'up.addr': outer,
  'up.get': outer,
  'global.addr': (e, i) => {
    const address = e.program.linked.globals[number(i)]!;
    // Loads and stores take the whole address as their offset.
    if (e.isFlat(0)) e.code.i32(address);
    else {
      e.code.i32(0);
      e.resultOffset = address;
    }
  },
  drop: (e, i) => {
    for (const _ of e.wordsOf(i.inputs[0]!)) e.code.op(Op.drop);
  },
  dup: duplicate,
};
