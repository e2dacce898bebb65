/** A tree as Modula-3: each statement begins a line, and `lines` says which. */
import { CALL, EXCEPTIONS, isDesignator, type Method, type Proc, type Program, STEPS, type Stmt } from '../tree.ts';
import { call, declaration, designator, expression, label, traceCall, typeName } from './expressions.ts';

export interface Printed {
  readonly text: string;
  /** Statements, and arms with conditions of their own, by line. */
  readonly lines: ReadonlyMap<object, number>;
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
      (f) =>
        `${f.mode === 'value' ? '' : `${f.mode.toUpperCase()} `}${f.v.name}: ${typeName(f.v.type)}${f.otherwise ? ` := ${expression(f.otherwise)}` : ''}`,
    );
    this.line(
      depth,
      `PROCEDURE ${p.name} (${formals.join('; ')})${p.result ? `: ${typeName(p.result)}` : ''} RAISES ANY =`,
    );
    // Before the variables, whose values may call procedures, too.
    if (p.level > 0) this.line(depth + 1, 'VAR entered: INTEGER := Enter();');
    for (const { v, init } of p.locals)
      this.line(depth + 1, `VAR ${v.name}: ${typeName(v.type)}${init ? ` := ${expression(init)}` : ''};`, v);
    for (const inner of p.inner) this.proc(inner, depth + 1);
    this.line(depth, 'BEGIN');
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
          const labels = arm.labels.map(([lo, hi]) =>
            lo === hi ? label(lo, s.type) : `${label(lo, s.type)} .. ${label(hi, s.type)}`,
          );
          this.line(depth, `| ${labels.join(', ')} =>`);
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
          const names = [arm.exception, ...arm.more].map((n) => `E${n}`).join(', ');
          const argument = arm.more.length === 0 && EXCEPTIONS[arm.exception];
          this.line(depth, `| ${names}${argument ? ` (${arm.v.name})` : ''} =>`);
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
      case 'lock':
        at(`WITH ${s.name} = NEW(MUTEX) DO TRY LOCK ${s.name} DO`);
        this.list(s.body, depth + 1);
        return this.line(depth, `END FINALLY LOCK ${s.name} DO END END END;`);
      case 'raise':
        return at(s.x ? `RAISE E${s.exception}(${expression(s.x)});` : `RAISE E${s.exception};`);
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
IMPORT IEEE, IO, Long, SpinException, Text, Thread, Word;
TYPE Pair = RECORD f0: INTEGER; f1: CHAR END;
EXCEPTION E0; E1(INTEGER); E2(INTEGER); E3(TEXT); E4(Pair); Enough;
TYPE Function = PROCEDURE (x: INTEGER): INTEGER RAISES ANY;
TYPE Closure = Thread.Closure OBJECT p: PROCEDURE () RAISES ANY OVERRIDES apply := Apply END;
VAR steps := 0; zero := 0; lzero := 0L; rzero := 0.0; dzero := 0.0d0; xzero := 0.0x0;
PROCEDURE Step () RAISES ANY = BEGIN INC(steps); IF steps > ${STEPS} THEN RAISE Enough END END Step;
PROCEDURE Enter (): INTEGER RAISES ANY = BEGIN INC(steps, ${CALL}); IF steps > ${STEPS} THEN RAISE Enough END; RETURN steps END Enter;
PROCEDURE TI (n: INTEGER) = BEGIN IO.PutInt(n); IO.Put(" ") END TI;
PROCEDURE TR (x: REAL) = BEGIN TI(IEEE.BitsOfReal(x)) END TR;
PROCEDURE TD (x: LONGREAL) = BEGIN TI(IEEE.BitsOfLongReal(x)) END TD;
PROCEDURE TX (x: EXTENDED) = BEGIN TI(IEEE.BitsOfLongReal(FLOAT(x, LONGREAL))) END TX;
PROCEDURE PutText (t: TEXT) =
  BEGIN
    FOR i := 0 TO Text.Length(t) - 1 DO
      WITH c = ORD(Text.GetWideChar(t, i)) DO
        IF c < 127 THEN IO.PutChar(VAL(c, CHAR)) ELSE IO.Put("<"); IO.PutInt(c); IO.Put(">") END
      END
    END
  END PutText;
PROCEDURE TT (t: TEXT) = BEGIN PutText(t); IO.Put(" ") END TT;
PROCEDURE Apply (c: Closure): REFANY =
  BEGIN
    TRY c.p()
    EXCEPT E0 => IO.Put("E0")
    | E1 (n) => IO.Put("E1:"); IO.PutInt(n)
    | E2 (n) => IO.Put("E2:"); IO.PutInt(n)
    | E3 (t) => IO.Put("E3:"); PutText(t)
    | E4 (p) => IO.Put("E4:"); IO.PutInt(p.f0); IO.Put(":"); IO.PutInt(ORD(p.f1))
    | Enough => IO.Put("enough")
    END;
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
  const procedure = (p: Proc): void => {
    const printer = new Printer(out.length + 1);
    printer.proc(p, 0);
    for (const [about, line] of printer.lines) lines.set(about, line);
    out.push(...printer.out);
  };
  for (const p of programs) {
    for (const t of p.types) {
      if (!('name' in t)) continue;
      out.push(`TYPE ${t.name} = ${declaration(t)};`);
      if (t.k === 'object' && t.method) {
        out.push(methodText(t.name, t.method));
        lines.set(t.method, out.length);
      }
    }
    for (const v of p.globals) out.push(`VAR ${v.name}: ${typeName(v.type)};`);
    for (const top of p.tops) procedure(top);
    procedure(p.main);
  }
  out.push('BEGIN', ...programs.map((p, i) => `  Run(${p.main.name}, ${i});`), 'END Main.', '');
  return { text: out.join('\n'), lines };
}

const methodText = (self: string, { proc, factor, field }: Method): string =>
  `PROCEDURE ${proc} (self: ${self}; x: INTEGER): INTEGER = BEGIN INC(self.o${field}); RETURN x * ${factor} + self.o${field} END ${proc};`;

/** The module as an instance of a generic one, in which INTEGER is what its actual says. */
export function asGeneric({ text }: Printed): { path: string; text: string }[] {
  const body = text
    .replace('MODULE Main;', 'GENERIC MODULE Whole(Num);')
    .replace('END Main.', 'END Whole.')
    .replace(/\bINTEGER\b/g, 'Num.T');
  return [
    { path: 'Num.i3', text: 'INTERFACE Num; TYPE T = INTEGER; END Num.\n' },
    { path: 'Whole.ig', text: 'GENERIC INTERFACE Whole(Num); END Whole.\n' },
    { path: 'Whole.mg', text: body },
    { path: 'Main.i3', text: 'INTERFACE Main = Whole(Num) END Main.\n' },
    { path: 'Main.m3', text: 'MODULE Main = Whole(Num) END Main.\n' },
  ];
}
