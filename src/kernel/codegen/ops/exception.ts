/**
 * Exceptions. All of them travel under one WebAssembly tag as (exception number, argument); a handler compares numbers.
 *
 *     block $end
 *       block $handler (result i32 i64)
 *         try_table (catch exn $handler) … body … end
 *         br $end
 *       end
 *       … one conditional per `catch`, each ending with `br $end`; then `catch_all`, or the exception thrown again
 *     end
 *
 * Termination travels under another tag and passes: no clause names it.
 */
import { FAULTS } from '../../../bytecode/opcodes.ts';
import type { FunctionBody } from '../../wasm/function.ts';
import { Op } from '../../wasm/opcodes.ts';
import { fromBits, toBits } from '../access.ts';
import { type ControlFrame, type Emitter, type Handler, type Handlers, number } from '../emitter.ts';
import { BATCH } from '../payment.ts';
import { EXCEPTION_WORDS, procedureTypeOf } from '../program.ts';
import { pushRegister, setRegister } from '../registers.ts';
import { scalarType } from '../signature.ts';
import { pushControl, rejoin, settleBatch } from './control.ts';

const begin: Handler = (e) => {
  const { builder, imports } = e.program;
  e.code.block().block(builder.type({ params: [], results: ['i32', 'i64'] }));
  e.code.tryTable(undefined, [{ kind: 'catch', tag: imports.exn, label: 0 }]);
  const frame = pushControl(e, 'try', e.depth + 1, false);
  frame.handler = 'body';
  e.depth += 3;
};

/** Ends the guarded body, or the handler before this one. */
function endArm(e: Emitter, frame: ControlFrame): void {
  if (frame.handler === 'body') {
    e.code.end().br(1).end();
    e.depth -= 2;
    e.code.set(e.caught.argument).set(e.caught.number);
    restoreStack(e);
  } else if (frame.handler === 'open') {
    e.code.br(1).end();
    e.depth--;
  }
  frame.handler = 'none';
  rejoin(e, frame);
}

/**
 * Fuel for the frames that an exception leaves, by their size on the shadow stack: about a third of a microsecond is what the engine takes for one, and so many bytes a
 * frame has at least, about.
 */
const UNWINDING_FUEL_PER_BYTE = 2;

/** Whoever raised left the stack pointer where it was. */
function restoreStack(e: Emitter): void {
  const pushTop = (code: FunctionBody): void => {
    if (e.top !== undefined) code.get(e.top);
    else {
      code.get(e.frame);
      e.pushFrameSize();
      code.op(Op.i32_add);
    }
  };
  setRegister(e.code, 'fuel', (code) => {
    pushRegister(code, 'fuel');
    pushRegister(code, 'sp');
    pushTop(code);
    code.op(Op.i32_sub).i32(UNWINDING_FUEL_PER_BYTE).op(Op.i32_mul).op(Op.i32_sub);
  });
  setRegister(e.code, 'sp', pushTop);
}

const handle: Handler = (e, i) => {
  const frame = e.control[e.control.length - 1]!;
  if (i.unreachable) e.code.op(Op.unreachable);
  endArm(e, frame);
  const exception = number(i);
  e.code.get(e.caught.number).i32(e.program.linked.exceptions[exception]!).op(Op.i32_eq).if();
  e.depth++;
  frame.handler = 'open';
  if (i.outputs.length === 0) return;
  e.code.get(e.caught.argument);
  // An aggregate is in its box, whose address is the argument.
  fromBits(e.code, scalarType(e.program.linked.exceptionArguments[exception]!) ?? 'i32');
};

const handleAll: Handler = (e, i) => {
  const frame = e.control[e.control.length - 1]!;
  if (i.unreachable) e.code.op(Op.unreachable);
  endArm(e, frame);
  frame.handler = 'all';
  e.code.get(e.caught.number).get(e.caught.argument);
  e.code.get(e.caught.number).call(e.program.imports.originOf);
};

export function endTry(e: Emitter, frame: ControlFrame): void {
  if (frame.handler !== 'all') {
    endArm(e, frame);
    e.code.get(e.caught.number).get(e.caught.argument).throw(e.program.imports.exn);
  }
  e.code.end();
  e.depth--;
}

const raise: Handler = (e, i) => {
  const exception = number(i);
  const { imports, linked, layout } = e.program;
  const argument = linked.exceptionArguments[exception];
  const bits = e.temp('i64');
  if (argument) {
    const scalar = scalarType(argument);
    if (scalar) toBits(e.code, scalar);
    else {
      const from = e.setTemp('i32');
      const box = e.temp('i32');
      e.code.i32(layout.boxDescriptorOf(argument));
      e.pushPayer();
      e.code.call(imports.alloc).tee(box);
      e.code.get(from).i32(layout.layoutOf(argument).size).memoryCopy();
      e.code.get(box).op(Op.i64_extend_i32_u);
    }
  } else e.code.i64(0n);
  e.code.set(bits);
  e.code.i32(linked.exceptions[exception]!).call(imports.raised);
  leaveBy(e);
  e.code.i32(linked.exceptions[exception]!).get(bits).throw(imports.exn);
};

/** Loops must pay before control leaves for good. */
function leaveBy(e: Emitter): void {
  if (e.batch === undefined) return;
  settleBatch(e);
  e.code.i32(BATCH).set(e.batch);
}

/** Takes the exception off the stack; it comes from where it came before. */
function takeInFlight(e: Emitter): readonly [exception: number, argument: number] {
  const [exception, argument, origin] = e.setTemps(EXCEPTION_WORDS);
  e.code.get(exception!).get(origin!).call(e.program.imports.raisedAgain);
  return [exception!, argument!];
}

const rethrow: Handler = (e) => {
  const [exception, argument] = takeInFlight(e);
  leaveBy(e);
  e.code.get(exception).get(argument).throw(e.program.imports.exn);
};

/** Of a procedure with a RAISES list: what it names and what is implicit goes on, anything else becomes NotInRaisesList. */
const admit: Handler = (e) => {
  const { raises } = procedureTypeOf(e.program, e.def.type);
  const [exception, argument] = takeInFlight(e);
  if (raises !== 'any') {
    e.code.block();
    for (const r of raises) e.code.get(exception).i32(r).op(Op.i32_eq).brIf(0);
    e.code.get(exception).call(e.program.imports.implicit).brIf(0);
    e.code.get(exception).get(argument).call(e.program.imports.notAdmitted).op(Op.unreachable);
    e.code.end();
  }
  leaveBy(e);
  e.code.get(exception).get(argument).throw(e.program.imports.exn);
};

function assertion(e: Emitter, text: () => void): void {
  e.code.op(Op.i32_eqz).ifUnlikely();
  text();
  e.code.call(e.program.imports.assertFailed).op(Op.unreachable).end();
}

export const exceptionOps: Handlers = {
  try: begin,
  catch: handle,
  catch_all: handleAll,
  raise,
  rethrow,
  admit,
  fault: (e, i) => e.fault(FAULTS[number(i)]!),
  assert: (e, i) => assertion(e, () => e.code.i32(e.program.linked.texts[number(i)]!)),
  assert_message: (e) => {
    const message = e.setTemp('i32');
    assertion(e, () => e.code.get(message));
  },
};
