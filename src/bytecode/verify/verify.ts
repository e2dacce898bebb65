/**
 * The verifier: `verifyModule` before anything of a file runs, `verifyProcedure` again for the code generator, which wants the types of operands.
 *
 * One pass over each procedure's code, on the abstract machine of `machine.ts` with the rules of `ops/`; what the module around must satisfy
 * is in `module/`. Nothing here throws on bad input, and cost is linear in the size of the module.
 */
import { nextImmediates, nextOpcode } from '../code.ts';
import { type BytecodeError, bytecodeError } from '../errors.ts';
import type { ImmediateValue } from '../instruction.ts';
import { ByteReader, Malformed } from '../leb.ts';
import type { SpxModule } from '../module.ts';
import { type Immediate, OPCODES } from '../opcodes.ts';
import type { ProcIndex } from '../types.ts';
import type { ModuleContext } from './context.ts';
import { Machine, OperandTrace, VerifyFailure } from './machine.ts';
import { analyse } from './module/analyse.ts';
import { ANY_EXCEPTION, type TypedInstruction } from './operands.ts';
import type { TypeTable } from './relations.ts';
import { RULES_BY_OPCODE } from './rules.ts';

export interface VerifyOptions {
  /** The file comes with the kernel: it may hold native procedures and its own RTCode. */
  readonly trusted?: boolean;
}

/** Enough to act on; more would be noise from the same cause. */
const MOST_ERRORS = 20;

/** Contexts of modules found to be well-formed, so that the code generator does not pay for them again. */
const contexts = new WeakMap<SpxModule, ModuleContext>();

/** Modules that somebody vouches for: they are analysed when somebody wants to know more of them. */
const vouched = new WeakSet<SpxModule>();

/** Everything that is wrong with the module, first things first; empty when it may be linked and run. */
export function verifyModule(m: SpxModule, options: VerifyOptions = {}): BytecodeError[] {
  const errors = verifyDeclarations(m, options);
  const context = contexts.get(m);
  if (errors.length > 0 || !context) return errors;
  const found: BytecodeError[] = [];
  for (let i = 0; i < m.procedures.length && found.length < MOST_ERRORS; i++) {
    const error = verifyCode(context, i);
    if (error) found.push(error);
  }
  return found;
}

/** What is wrong with the module apart from its procedures' code. */
function verifyDeclarations(m: SpxModule, options: VerifyOptions): BytecodeError[] {
  const { context, errors } = analyse(m, options.trusted ?? false);
  if (!context) return errors.slice(0, MOST_ERRORS);
  contexts.set(m, context);
  return [];
}

/** Instead of `verifyModule`, for a module that comes from the kernel's own file of which the code that is going to run was generated, when it had been verified. */
export function vouchFor(m: SpxModule): void {
  vouched.add(m);
}

/**
 * Checks the code of one own procedure (`procIndex` counts imported ones first) and hands each instruction with its operand types to `sink`.
 * After `verifyModule` has found nothing wrong it cannot fail; without it, the module is analysed first, as untrusted unless it is vouched for.
 */
export function verifyProcedure(
  m: SpxModule,
  procIndex: ProcIndex,
  sink?: (i: TypedInstruction) => void,
): BytecodeError | undefined {
  const context = contextOf(m);
  if ('error' in context) return context.error;
  const position = procIndex - context.spaces.importedProcedures;
  if (!m.procedures[position]) throw new RangeError(`procedure ${procIndex} is not the module's own`);
  return verifyCode(context, position, sink);
}

/** The types of a module as its file sees them, for those who build on what was verified; an error if the module is not well-formed. */
export function typeTableOf(m: SpxModule): TypeTable | { readonly error: BytecodeError } {
  const context = contextOf(m);
  return 'error' in context ? context : context.table;
}

function contextOf(m: SpxModule): ModuleContext | { readonly error: BytecodeError } {
  const known = contexts.get(m);
  if (known) return known;
  const { context, errors } = analyse(m, vouched.has(m));
  if (!context) return { error: errors[0]! };
  contexts.set(m, context);
  return context;
}

function verifyCode(
  context: ModuleContext,
  position: number,
  sink?: (i: TypedInstruction) => void,
): BytecodeError | undefined {
  const procedure = context.module.procedures[position]!;
  if (procedure.native) return undefined;
  const machine = new Machine(context, position);
  try {
    run(machine, procedure.code, sink);
    checkRaises(machine);
    return undefined;
  } catch (failure) {
    const place = { section: 'code', procedure: procedure.name };
    if (failure instanceof VerifyFailure)
      return bytecodeError(failure.code, failure.message, { ...place, offset: machine.offset });
    if (failure instanceof Malformed)
      return bytecodeError(failure.code, failure.message, { ...place, offset: failure.offset });
    throw failure;
  }
}

function run(m: Machine, code: Uint8Array, sink?: (i: TypedInstruction) => void): void {
  const trace = sink ? (m.trace = new OperandTrace()) : undefined;
  const input = new ByteReader(code);
  while (input.position < code.length) {
    const offset = input.position;
    m.offset = offset;
    if (m.frames.length === 0) m.fail('B2201', `${input.remaining} bytes follow the end of the procedure`);
    const op = nextOpcode(input);
    const immediates = nextImmediates(input, op);
    const { rule, always } = RULES_BY_OPCODE[op]!;
    m.info = OPCODES[op]!;
    m.immediates = immediates;
    if (CHECKED[op] !== 0) checkIndices(m, m.info.immediates, immediates);
    const unreachable = !m.reachable;
    const height = m.stack.length;
    trace?.begin();
    if (always || m.reachable) rule(m);
    if (sink && trace) {
      const inputs = trace.inputs();
      sink({ offset, op, immediates, inputs, outputs: trace.outputs(), height: height - inputs.length, unreachable });
    }
  }
  m.offset = code.length;
  if (m.frames.length > 0) m.fail('B2201', 'the code ends before the procedure does');
}

const INDEX_KINDS: readonly Immediate[] = ['type', 'proc', 'global', 'exception', 'text', 'local', 'label', 'labels'];

/** By opcode: whether there is something for `checkIndices` to check. */
const CHECKED = Uint8Array.from(OPCODES, ({ immediates }) => (immediates.some((k) => INDEX_KINDS.includes(k)) ? 1 : 0));

/** Indices mean something even where no path arrives. Fields, methods and outer locals belong to the rules. */
function checkIndices(m: Machine, kinds: readonly Immediate[], immediates: readonly ImmediateValue[]): void {
  for (let i = 0; i < kinds.length; i++) {
    const kind = kinds[i]!;
    const value = immediates[i]!;
    if (typeof value === 'number' && value >= limitOf(m, kind, i))
      m.fail('B1201', `${m.info.name}: there is no ${kind} ${value}`);
    if (kind === 'label') m.target(value as number);
    if (kind === 'labels') for (const label of value as readonly number[]) m.target(label);
  }
}

/** How many things of that kind the immediate at a place can mean. */
function limitOf({ context: { spaces, module }, procedure }: Machine, kind: Immediate, place: number): number {
  switch (kind) {
    case 'type':
      return spaces.types.length;
    case 'proc':
      return spaces.procedures.length;
    case 'global':
      return spaces.globals.length;
    case 'exception':
      return spaces.exceptions.length;
    case 'text':
      return module.texts.length;
    case 'local':
      // The second immediate of `up.*` means a local of another procedure.
      return place === 0 ? procedure.locals.length : Number.POSITIVE_INFINITY;
    default:
      return Number.POSITIVE_INFINITY;
  }
}

/** What no handler in the procedure took must be in its RAISES. */
function checkRaises(m: Machine): void {
  const { raises } = m.type;
  if (raises === 'any' || m.raising[0]!.isEmpty) return;
  const declared = new Set(raises);
  for (const [exception, offset] of m.raising[0]!.exceptions) {
    if (declared.has(exception)) continue;
    m.offset = offset;
    const name = exception === ANY_EXCEPTION ? 'any exception' : m.context.spaces.exceptions[exception]!.name;
    m.fail('B2604', `may raise ${name}, which is not in RAISES of ${m.procedure.name}`);
  }
}
