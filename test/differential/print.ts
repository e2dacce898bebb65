/** A tree as Modula-3: each statement begins a line, and `lines` says which. */
import {
  type Call,
  type Designator,
  type Expr,
  isDesignator,
  type Proc,
  type Program,
  STEPS,
  type Stmt,
  type Type,
} from './tree.ts';

export interface Printed {
  readonly text: string;
  /** Statements, and arms with conditions of their own, by line. */
  readonly lines: ReadonlyMap<object, number>;
}

export function typeName(t: Type): string {
  switch (t.k) {
    case 'int':
      return 'INTEGER';
    case 'bool':
      return 'BOOLEAN';
    case 'char':
      return 'CHAR';
    case 'long':
      return 'LONGINT';
    case 'real':
      return 'LONGREAL';
    case 'text':
      return 'TEXT';
    case 'function':
      return 'Function';
    case 'open':
      return `ARRAY OF ${typeName(t.element)}`;
    default:
      return t.name;
  }
}

function declaration(t: Type): string {
  switch (t.k) {
    case 'sub':
      return `[${number(t.lo)} .. ${number(t.hi)}]`;
    case 'enum':
      return `{${Array.from({ length: t.size }, (_, i) => `c${i}`).join(', ')}}`;
    case 'set':
      return `SET OF [${t.lo} .. ${t.hi}]`;
    case 'record':
      return `RECORD ${t.fields.map((f) => `${f.name}: ${f.bits ? `BITS ${f.bits} FOR ` : ''}${typeName(f.type)};`).join(' ')} END`;
    case 'array':
      return `ARRAY [${t.lo} .. ${t.hi}] OF ${typeName(t.element)}`;
    case 'ref':
      return `REF ${typeName(t.to)}`;
    case 'object': {
      const fields = t.fields.map((f) => `${f.name}: ${typeName(f.type)};`).join(' ');
      if (!t.parent) return `OBJECT ${fields} METHODS m(x: INTEGER): INTEGER RAISES ANY := ${t.method!.proc}; END`;
      return `${t.parent.name} OBJECT ${fields}${t.method ? ` OVERRIDES m := ${t.method.proc};` : ''} END`;
    }
    default:
      throw new Error(`${t.k} has no declaration`);
  }
}

const number = (n: bigint): string => (n === -(2n ** 63n) ? 'FIRST(INTEGER)' : `${n}`);

export function designator(d: Designator): string {
  switch (d.d) {
    case 'var':
      return d.v.name;
    case 'field':
      return `${designator(d.of)}.f${d.field}`;
    case 'member':
      return `${designator(d.of)}.${d.field.name}`;
    case 'index':
      return `${designator(d.of)}[${expression(d.at)}]`;
    case 'deref':
      return `${designator(d.of)}^`;
  }
}

const list = (items: readonly Expr[]): string => items.map(expression).join(', ');

export function expression(x: Expr): string {
  switch (x.e) {
    case 'int':
      return number(x.n);
    case 'long':
      return `${x.n}L`;
    case 'bool':
      return x.b ? 'TRUE' : 'FALSE';
    case 'char':
      return `'${String.fromCharCode(Number(x.n))}'`;
    case 'enum':
      return `${x.type.name}.c${x.n}`;
    case 'real':
      return `${x.x.toFixed(3)}d0`;
    case 'text':
      return JSON.stringify(x.t);
    case 'nil':
      return 'NIL';
    case 'get':
      return designator(x.from);
    case 'unary':
      return /[A-Z]{3}/.test(x.op) && x.op !== 'NOT'
        ? `${x.op}(${expression(x.x)}${x.op === 'FLOAT' ? ', LONGREAL' : ''})`
        : `(${x.op} ${expression(x.x)})`;
    case 'binary':
      return `(${expression(x.x)} ${x.op} ${expression(x.y)})`;
    case 'apply':
      return `${x.f}(${list(x.args)})`;
    case 'val':
      return `VAL(${expression(x.x)}, ${typeName(x.type)})`;
    case 'number':
      return `${x.what}(${designator(x.of)})`;
    case 'set':
      return `${x.type.name} {${x.parts.map((p) => (Array.isArray(p) ? `${expression(p[0])} .. ${expression(p[1])}` : expression(p as Expr))).join(', ')}}`;
    case 'record':
      return `${x.type.name} {${(x.keyed ? x.fields.map((f, i) => `f${i} := ${expression(f)}`).reverse() : x.fields.map(expression)).join(', ')}}`;
    case 'array':
      return `${x.type.name} {${list(x.items)}${x.dots ? ', ..' : ''}}`;
    case 'new':
      return `NEW(${typeName(x.type)}${x.size ? `, ${expression(x.size)}` : ''}${x.fields.map(([f, v]) => `, ${f.name} := ${expression(v)}`).join('')})`;
    case 'istype':
      return `ISTYPE(${expression(x.x)}, ${x.type.name})`;
    case 'narrow':
      return `NARROW(${expression(x.x)}, ${x.type.name})`;
    case 'method':
      return `${designator(x.of)}.m(${expression(x.x)})`;
    case 'call':
      return call(x.call);
    case 'through':
      return `${x.v.name}(${expression(x.x)})`;
    case 'proc':
      return x.proc.name;
  }
}

function call({ proc, args, keyed }: Call): string {
  const texts = args.map((a) => (isDesignator(a) ? designator(a) : expression(a)));
  return `${proc.name}(${keyed ? texts.map((t, i) => `${proc.formals[i]!.v.name} := ${t}`).join(', ') : texts.join(', ')})`;
}

export function traceCall(type: Type, x: string): string {
  switch (type.k) {
    case 'int':
    case 'sub':
      return `TI(${x})`;
    case 'long':
      return `TI(ORD(${x}))`;
    case 'bool':
    case 'char':
    case 'enum':
      return `TI(ORD(${x}))`;
    case 'real':
      return `TR(${x})`;
    case 'text':
      return `TT(${x})`;
    default:
      throw new Error(`no trace of ${type.k}`);
  }
}

class Printer {
  readonly out: string[];
  readonly lines = new Map<object, number>();
  readonly #first: number;
  constructor(first: number) {
    this.out = [];
    this.#first = first;
  }

  line(depth: number, text: string, about?: object): void {
    if (about) this.lines.set(about, this.#first + this.out.length);
    this.out.push('  '.repeat(depth) + text);
  }

  proc(p: Proc, depth: number): void {
    const formals = p.formals.map(
      (f) => `${f.mode === 'value' ? '' : `${f.mode.toUpperCase()} `}${f.v.name}: ${typeName(f.v.type)}`,
    );
    this.line(
      depth,
      `PROCEDURE ${p.name} (${formals.join('; ')})${p.result ? `: ${typeName(p.result)}` : ''} RAISES ANY =`,
    );
    for (const { v, init } of p.locals)
      this.line(depth + 1, `VAR ${v.name}: ${typeName(v.type)}${init ? ` := ${expression(init)}` : ''};`, v);
    for (const inner of p.inner) this.proc(inner, depth + 1);
    this.line(depth, 'BEGIN');
    if (p.level > 0) this.line(depth + 1, 'Step();');
    this.list(p.body, depth + 1);
    this.line(depth, `END ${p.name};`);
  }

  list(statements: readonly Stmt[], depth: number): void {
    for (const s of statements) this.statement(s, depth);
  }

  otherwise(body: readonly Stmt[] | undefined, depth: number): void {
    if (!body) return;
    this.line(depth, 'ELSE');
    this.list(body, depth + 1);
  }

  statement(s: Stmt, depth: number): unknown {
    const at = (text: string) => this.line(depth, text, s);
    switch (s.s) {
      case 'assign':
        return at(`${designator(s.to)} := ${expression(s.x)};`);
      case 'subarray':
        return at(
          `SUBARRAY(${designator(s.to)}, ${expression(s.at)}, ${expression(s.n)}) := SUBARRAY(${designator(s.from)}, ${expression(s.start)}, ${expression(s.m)});`,
        );
      case 'trace':
        return at(`${traceCall(s.type, expression(s.x))};`);
      case 'inc':
        return at(`${s.dec ? 'DEC' : 'INC'}(${designator(s.to)}${s.by ? `, ${expression(s.by)}` : ''});`);
      case 'if':
        s.arms.forEach((arm, i) => {
          this.line(depth, `${i === 0 ? 'IF' : 'ELSIF'} ${expression(arm.on)} THEN`, arm);
          this.list(arm.body, depth + 1);
        });
        this.otherwise(s.otherwise, depth);
        return this.line(depth, 'END;');
      case 'while':
        at(`WHILE ${expression(s.on)} DO`);
        this.line(depth + 1, 'Step();');
        this.list(s.body, depth + 1);
        return this.line(depth, 'END;');
      case 'repeat':
        at('REPEAT');
        this.line(depth + 1, 'Step();');
        this.list(s.body, depth + 1);
        return this.line(depth, `UNTIL ${expression(s.until.on)};`, s.until);
      case 'loop':
        at('LOOP');
        this.line(depth + 1, 'Step();');
        this.list(s.body, depth + 1);
        return this.line(depth, 'END;');
      case 'exit':
        return at('EXIT;');
      case 'for':
        at(`FOR ${s.v.name} := ${expression(s.from)} TO ${expression(s.to)}${s.by === 1n ? '' : ` BY ${s.by}`} DO`);
        this.line(depth + 1, 'Step();');
        this.list(s.body, depth + 1);
        return this.line(depth, 'END;');
      case 'case':
        at(`CASE ${expression(s.x)} OF`);
        for (const arm of s.arms) {
          this.line(depth, arm.lo === arm.hi ? `| ${arm.lo} =>` : `| ${arm.lo} .. ${arm.hi} =>`);
          this.list(arm.body, depth + 1);
        }
        this.otherwise(s.otherwise, depth);
        return this.line(depth, 'END;');
      case 'typecase':
        at(`TYPECASE ${expression(s.x)} OF`);
        for (const arm of s.arms) {
          this.line(depth, `| ${arm.type.name} (${arm.v.name}) =>`);
          this.list(arm.body, depth + 1);
        }
        this.otherwise(s.otherwise, depth);
        return this.line(depth, 'END;');
      case 'with':
        at(`WITH ${s.v.name} = ${isDesignator(s.is) ? designator(s.is) : expression(s.is)} DO`);
        this.list(s.body, depth + 1);
        return this.line(depth, 'END;');
      case 'except':
        at('TRY');
        this.list(s.body, depth + 1);
        this.line(depth, 'EXCEPT');
        for (const arm of s.arms) {
          this.line(depth, arm.exception === 0 ? '| E0 =>' : `| E${arm.exception} (${arm.v.name}) =>`);
          this.list(arm.body, depth + 1);
        }
        if (s.faults) this.line(depth, '| SpinException.Exception (fault) => TT(SpinException.CodeName(fault.code));');
        this.otherwise(s.otherwise, depth);
        return this.line(depth, 'END;');
      case 'finally':
        at('TRY');
        this.list(s.body, depth + 1);
        this.line(depth, 'FINALLY');
        this.list(s.last, depth + 1);
        return this.line(depth, 'END;');
      case 'raise':
        return at(s.exception === 0 ? 'RAISE E0;' : `RAISE E${s.exception}(${expression(s.x)});`);
      case 'return':
        return at(s.x ? `RETURN ${expression(s.x)};` : 'RETURN;');
      case 'call':
        return at(`${call(s.call)};`);
      case 'eval':
        return at(`EVAL ${expression(s.x)};`);
      case 'assert':
        return at(`<*ASSERT ${expression(s.x)}*>`);
      case 'block':
        at(`VAR ${s.v.name}: ${typeName(s.v.type)} := ${expression(s.init)}; BEGIN`);
        this.list(s.body, depth + 1);
        return this.line(depth, 'END;');
    }
  }
}

const HEAD = `MODULE Main;
IMPORT IO, SpinException, Text, Thread, Word;
EXCEPTION E0; E1(INTEGER); E2(INTEGER); Enough;
TYPE Function = PROCEDURE (x: INTEGER): INTEGER RAISES ANY;
TYPE Closure = Thread.Closure OBJECT p: PROCEDURE () RAISES ANY OVERRIDES apply := Apply END;
VAR steps := 0; zero := 0; lzero := 0L; rzero := 0.0d0;
PROCEDURE Step () RAISES ANY = BEGIN INC(steps); IF steps > ${STEPS} THEN RAISE Enough END END Step;
PROCEDURE TI (n: INTEGER) = BEGIN IO.PutInt(n); IO.Put(" ") END TI;
PROCEDURE TT (t: TEXT) = BEGIN IO.Put(t & " ") END TT;
PROCEDURE TR (x: LONGREAL) =
  BEGIN
    IF x # x THEN IO.Put("nan ") ELSIF ABS(x) < 1.0d14 THEN IO.PutInt(ROUND(x * 8.0d0)); IO.Put("r ") ELSIF x > 0.0d0 THEN IO.Put("big ") ELSE IO.Put("-big ") END
  END TR;
PROCEDURE Apply (c: Closure): REFANY =
  BEGIN
    TRY c.p() EXCEPT E0 => IO.Put("E0") | E1 (n) => IO.Put("E1:"); IO.PutInt(n) | E2 (n) => IO.Put("E2:"); IO.PutInt(n) | Enough => IO.Put("enough") END;
    RETURN NIL
  END Apply;
PROCEDURE Run (p: PROCEDURE () RAISES ANY; n: INTEGER) =
  BEGIN
    steps := 0; IO.Put("= "); IO.PutInt(n); IO.Put("\\n"); EVAL Thread.Join(Thread.Fork(NEW(Closure, p := p))); IO.Put("\\n")
  END Run;`;

/** One module with all the programs, each run in its turn in a thread of its own, so that an uncaught fault ends only it. */
export function print(programs: readonly Program[]): Printed {
  const out = HEAD.split('\n');
  const lines = new Map<object, number>();
  for (const p of programs) {
    for (const t of p.types) {
      if (!('name' in t)) continue;
      out.push(`TYPE ${t.name} = ${declaration(t)};`);
      if (t.k === 'object' && t.method) {
        const { proc, factor, field } = t.method;
        out.push(
          `PROCEDURE ${proc} (self: ${t.name}; x: INTEGER): INTEGER = BEGIN INC(self.o${field}); RETURN x * ${factor} + self.o${field} END ${proc};`,
        );
      }
    }
    const printer = new Printer(out.length + 1);
    printer.proc(p.main, 0);
    for (const [about, line] of printer.lines) lines.set(about, line);
    out.push(...printer.out);
  }
  out.push('BEGIN', ...programs.map((p, i) => `  Run(${p.main.name}, ${i});`), 'END Main.', '');
  return { text: out.join('\n'), lines };
}
