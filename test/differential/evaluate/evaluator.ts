/**
 * What a program of the differential check must print, by walking its tree: plain, slow, integers as BigInt. Written from the definition; it shares
 * nothing with the compiler or the kernel. Operands are evaluated from left to right; the designator of an assignment before its value, checked after it.
 */
import {
  CALL,
  EXCEPTIONS,
  type Expr,
  isDesignator,
  type OpenType,
  type Proc,
  type Program,
  STEPS,
  type Stmt,
  type Type,
  typeOf,
  type Var,
  ZERO,
} from '../tree.ts';
import { bitsOf } from './arithmetic.ts';
import { Expressions } from './expressions.ts';
import {
  type Cell,
  type Cells,
  copy,
  Fault,
  type Frame,
  fault,
  initial,
  inside,
  isCells,
  isSubtype,
  type Obj,
  shape,
  store,
  type Value,
  wrap,
} from './values.ts';

const OUTSIDE: Proc = { name: '', level: -1, formals: [], result: undefined, locals: [], inner: [], body: [] };

class Raised {
  readonly exception: number;
  readonly value: Value;
  constructor(exception: number, value: Value) {
    this.exception = exception;
    this.value = value;
  }
}
class Exit {}
class Return {
  readonly value: Value | undefined;
  constructor(value: Value | undefined) {
    this.value = value;
  }
}
const ENOUGH = -1;

export class Evaluator extends Expressions {
  output = '';
  #steps = 0;

  /** What the program prints, and the report of a fault that ends it. */
  run(program: Program): string {
    const vars = new Map<Var, Cell>([
      [ZERO.int, { v: 0n }],
      [ZERO.long, { v: 0n }],
      [ZERO.REAL, { v: 0 }],
      [ZERO.LONGREAL, { v: 0 }],
      [ZERO.EXTENDED, { v: 0 }],
      ...program.globals.map((v): [Var, Cell] => [v, { v: initial(v.type) }]),
    ]);
    try {
      this.call(program.main, [], { proc: OUTSIDE, vars, up: undefined });
    } catch (error) {
      if (error instanceof Raised) this.output += this.uncaught(error);
      else if (error instanceof Fault) return `${this.output}\n! ${error.code} at line ${error.line}`;
      else throw error;
    }
    return this.output;
  }

  uncaught({ exception, value }: Raised): string {
    if (exception === ENOUGH) return 'enough';
    const argument = EXCEPTIONS[exception];
    if (!argument) return `E${exception}`;
    if (argument.k === 'text') return `E${exception}:${visible(value as string)}`;
    const parts = isCells(value) ? value.cells.map((c) => c.v as bigint) : [value as bigint];
    return [`E${exception}`, ...parts].join(':');
  }

  step(weight = 1): void {
    this.#steps += weight;
    if (this.#steps > STEPS) throw new Raised(ENOUGH, null);
  }

  call(proc: Proc, args: readonly Cell[], up: Frame | undefined): Value | undefined {
    if (proc.level > 0) this.step(CALL);
    const frame: Frame = { proc, vars: new Map(), up };
    proc.formals.forEach(({ v }, i) => {
      frame.vars.set(v, args[i]!);
    });
    for (const { v, init } of proc.locals) {
      const cell: Cell = { v: initial(v.type) };
      frame.vars.set(v, cell);
      if (init) this.at(v, () => store(cell, this.checked(init, v.type, frame)));
    }
    try {
      this.list(proc.body, frame);
    } catch (error) {
      if (error instanceof Return) return error.value;
      throw error;
    }
    return undefined;
  }

  // ---------------------------------------------------------------- statements

  list(statements: readonly Stmt[], frame: Frame): void {
    for (const s of statements) this.at(s, () => this.statement(s, frame));
  }

  trace(t: Type, v: Value): void {
    if (t.k === 'text') this.output += `${visible(v as string)} `;
    else if (t.k === 'real') this.output += `${bitsOf(v as number, t.size)} `;
    else this.output += `${v as bigint} `;
  }

  /** Runs the body of a loop; true if it was left by EXIT. */
  body(statements: readonly Stmt[], frame: Frame): boolean {
    this.step();
    try {
      this.list(statements, frame);
      return false;
    } catch (error) {
      if (error instanceof Exit) return true;
      throw error;
    }
  }

  /** With one more variable. */
  within(v: Var, cell: Cell, statements: readonly Stmt[], frame: Frame): void {
    this.list(statements, { proc: frame.proc, vars: new Map([[v, cell]]), up: frame });
  }

  statement(s: Stmt, frame: Frame): unknown {
    switch (s.s) {
      case 'assign': {
        const to = this.designator(s.to, frame);
        const v = this.checked(s.x, typeOf(s.to), frame);
        if (isCells(v)) this.sameShape(to.v as Cells, v, typeOf(s.to), s.x);
        return store(to, v);
      }
      case 'trace':
        return this.trace(s.type, this.value(s.x, frame));
      case 'inc': {
        const to = this.designator(s.to, frame);
        // As v := v + n: the old value is read before n is evaluated.
        const n = to.v as bigint;
        const by = s.by ? this.int(s.by, frame) : 1n;
        to.v = inside(wrap(s.dec ? n - by : n + by), typeOf(s.to));
        return;
      }
      case 'if':
        for (const arm of s.arms) if (this.at(arm, () => this.bool(arm.on, frame))) return this.list(arm.body, frame);
        if (s.otherwise) this.list(s.otherwise, frame);
        return;
      case 'while':
        while (this.bool(s.on, frame)) if (this.body(s.body, frame)) return;
        return;
      case 'repeat':
        do {
          if (this.body(s.body, frame)) return;
        } while (!this.at(s.until, () => this.bool(s.until.on, frame)));
        return;
      case 'loop':
        while (!this.body(s.body, frame));
        return;
      case 'exit':
        throw new Exit();
      case 'for': {
        const [from, to] = [this.int(s.from, frame), this.int(s.to, frame)];
        for (let i = from; s.by > 0n ? i <= to : i >= to; i += s.by) {
          if (this.body(s.body, { proc: frame.proc, vars: new Map([[s.v, { v: i }]]), up: frame })) return;
        }
        return;
      }
      case 'case': {
        const n = this.int(s.x, frame);
        const arm = s.arms.find((a) => a.labels.some(([lo, hi]) => lo <= n && n <= hi));
        if (arm) return this.list(arm.body, frame);
        return s.otherwise ? this.list(s.otherwise, frame) : fault('UnhandledValueInCASEStatement');
      }
      case 'typecase': {
        const v = this.value(s.x, frame) as Obj | null;
        const arm = s.arms.find((a) => v === null || isSubtype(v.type, a.type));
        if (arm) return this.within(arm.v, { v }, arm.body, frame);
        return s.otherwise ? this.list(s.otherwise, frame) : fault('UnhandledTypeInTYPECASEStatement');
      }
      case 'with':
        return this.within(
          s.v,
          isDesignator(s.is) ? this.designator(s.is, frame) : { v: copy(this.value(s.is, frame)) },
          s.body,
          frame,
        );
      case 'except':
        return this.except(s, frame);
      case 'finally': {
        let pending: unknown;
        let ended = false;
        try {
          this.list(s.body, frame);
          ended = true;
        } catch (error) {
          pending = error;
        }
        this.list(s.last, frame);
        if (!ended) throw pending;
        return;
      }
      case 'raise':
        throw new Raised(s.exception, s.x ? copy(this.value(s.x, frame)) : null);
      case 'lock':
        return this.list(s.body, frame);
      case 'return':
        throw new Return(s.x && copy(this.checked(s.x, frame.proc.result!, frame)));
      case 'call':
        this.invoke(s.call, frame);
        return;
      case 'eval':
        this.value(s.x, frame);
        return;
      case 'assert':
        if (!this.bool(s.x, frame)) fault('ASSERTFailed');
        return;
      case 'block':
        return this.within(s.v, { v: copy(this.checked(s.init, s.v.type, frame)) }, s.body, frame);
    }
  }

  /** Arrays are assigned if they have one shape, of which one may know and the other find out at run time. */
  sameShape(to: Cells, from: Cells, type: Type, x: Expr): void {
    const open = [type, x.e === 'get' ? typeOf(x.from) : type].find((t): t is OpenType => t.k === 'open');
    if (!open) return;
    const [a, b] = [shape(to, open), shape(from, open)];
    if (a.some((n, i) => n !== b[i])) fault('IncompatibleArrayShapes');
  }

  except(s: Stmt & { s: 'except' }, frame: Frame): unknown {
    try {
      this.list(s.body, frame);
    } catch (error) {
      if (error instanceof Raised) {
        const arm = s.arms.find((a) => a.exception === error.exception || a.more.includes(error.exception));
        if (arm) return this.within(arm.v, { v: copy(error.value) }, arm.body, frame);
      } else if (error instanceof Fault) {
        if (s.faults) return this.trace({ k: 'text' }, error.code);
      } else if (!(error instanceof Exit || error instanceof Return)) throw error;
      // EXIT and RETURN are exceptions, too, which ELSE takes (definition 2.3.4).
      if (!s.otherwise) throw error;
      this.list(s.otherwise, frame);
    }
  }
}

/** As the programs write texts. */
const visible = (t: string): string =>
  Array.from(t, (c) => (c.codePointAt(0)! < 127 ? c : `<${c.codePointAt(0)}>`)).join('');
