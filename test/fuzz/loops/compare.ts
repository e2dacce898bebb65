/** A random program as it is interpreted, and as it is generated in several builds: with and without expansion, watched, with collections at every chance. */
import { BUILTIN_TYPES } from '../../../src/bytecode/types.ts';
import { verifyModule } from '../../../src/bytecode/verify/verify.ts';
import {
  buildModule,
  Fault,
  FIRST_EXCEPTION,
  type ModuleSpec,
  Raised,
  type Running,
  type RunOptions,
  run,
} from '../../kernel/codegen/harness.ts';
import { generator } from '../random.ts';
import { program } from './generate.ts';
import { Exception, Interpreter, TooLong } from './interpret.ts';

/** Instructions that are interpreted at most. */
const MOST = 40_000;
/** Fuel of a program that goes on for longer. */
const FUEL = 60_000;

export interface Outcome {
  readonly end: string;
  /** Of the variable that everything is noted in. */
  readonly trace: bigint;
}
export type Verdict =
  | { readonly kind: 'refused'; readonly why: string }
  | { readonly kind: 'same'; readonly end: string }
  | { readonly kind: 'endless' }
  | { readonly kind: 'different'; readonly build: string; readonly expected: string; readonly got: string };

class Stopped extends Error {}

function interpreted(spec: ModuleSpec, args: readonly bigint[]): Outcome | undefined {
  const machine = new Interpreter(spec, BUILTIN_TYPES.length, MOST);
  const done = (end: string): Outcome => ({ end, trace: (machine.globals[0] as { value: bigint }).value });
  try {
    return done(String(machine.call(spec.procedures.length - 1, args)));
  } catch (e) {
    if (e instanceof TooLong || e instanceof RangeError) return undefined;
    if (e instanceof Exception) {
      const { exception, argument } = e.exn;
      return done(argument === null ? exception : `${exception} ${argument}`);
    }
    throw e;
  }
}

function generated(spec: ModuleSpec, args: readonly bigint[], options: RunOptions): Outcome {
  const m = run(spec, options);
  return { end: endOf(spec, m, args), trace: m.heap.blocks.view.getBigInt64(m.globals[0]!, true) };
}
function endOf(spec: ModuleSpec, m: Running, args: readonly bigint[]): string {
  try {
    return String(m.call('main', ...args));
  } catch (e) {
    if (e instanceof Fault) return e.message;
    if (e instanceof Stopped) return 'stopped';
    if (!(e instanceof Raised)) return `broken: ${e}`;
    const n = e.exception - FIRST_EXCEPTION;
    return spec.exceptions![n]!.argument === undefined ? `E${n}` : `E${n} ${e.argument}`;
  }
}

const BUILDS: Readonly<Record<string, { readonly exported?: boolean } & RunOptions>> = {
  plain: {},
  'not expanded': { exported: true },
  watched: { watched: true },
  stressed: { stress: true, fuel: 300 },
};

export function compare(seed: number): Verdict {
  const random = generator(seed);
  const spec = program(random);
  const args = [BigInt(random(14)), random(6) === 0 ? BigInt(random(5)) - 2n : BigInt(random(20) - 4)];
  const [error] = verifyModule(buildModule(spec), { trusted: true });
  if (error) return { kind: 'refused', why: `${error.code} ${error.message}` };
  const expected = interpreted(spec, args);
  for (const [build, { exported, ...options }] of Object.entries(BUILDS)) {
    const built = exported ? { ...spec, procedures: spec.procedures.map((p) => ({ ...p, exported: true })) } : spec;
    const got = generated(built, args, expected ? options : { ...options, ...stopping() });
    const ends = expected ? `${expected.end}, ${expected.trace}` : 'stopped';
    const end = expected ? `${got.end}, ${got.trace}` : got.end;
    // What is interpreted for too long may still end.
    if (end !== ends && (expected || got.end.startsWith('broken')))
      return { kind: 'different', build, expected: ends, got: end };
  }
  return expected ? { kind: 'same', end: expected.end } : { kind: 'endless' };
}

function stopping(): RunOptions {
  return {
    fuel: FUEL,
    onRefuel: () => {
      throw new Stopped();
    },
  };
}

export function textOf(seed: number): string {
  const spec = program(generator(seed));
  return spec.procedures
    .map((p, n) => {
      const params = p.params!.map((f) => `${f.mode} ${f.type}`).join(', ');
      const lines = p.code.map(([name, ...rest], k) => `  ${k + 1} ${name} ${rest.join(' ')}`);
      return [
        `${n} ${p.name}(${params}) ${p.exported ? 'exported' : ''} ${p.locals!.map((l) => `${l.kind ?? ''}${l.type ?? ''}`).join(',')}`,
        ...lines,
      ].join('\n');
    })
    .join('\n');
}
