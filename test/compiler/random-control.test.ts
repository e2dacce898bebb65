/**
 * Random control flow: loops, EXIT, RETURN, RAISE, TRY EXCEPT, TRY FINALLY, CASE in each other, traced; the trace is compared with that of a plain
 * interpreter. Decisions come from a generator of numbers that both sides run.
 */
import { describe, expect, test } from 'vitest';
import { verifyModule } from '../../src/bytecode/verify/verify.ts';
import { compile, run } from './machine.ts';

type Stmt =
  | { readonly kind: 'trace'; readonly n: number }
  | { readonly kind: 'exit' }
  | { readonly kind: 'return'; readonly n: number }
  | { readonly kind: 'raise'; readonly exception: number }
  | { readonly kind: 'if'; readonly when: Stmt[]; readonly otherwise: Stmt[] }
  | { readonly kind: 'loop'; readonly body: Stmt[] }
  | { readonly kind: 'repeat'; readonly body: Stmt[] }
  | { readonly kind: 'for'; readonly count: number; readonly body: Stmt[] }
  | { readonly kind: 'case'; readonly arms: Stmt[][]; readonly otherwise: Stmt[] }
  | {
      readonly kind: 'except';
      readonly body: Stmt[];
      readonly handlers: { on: number[]; body: Stmt[] }[];
      readonly otherwise?: Stmt[];
    }
  | { readonly kind: 'finally'; readonly body: Stmt[]; readonly final: Stmt[] };

const EXCEPTIONS = 3;
const PROCEDURES = 12;
/** Steps after which every further one raises, since random loops may not end. */
const STEPS = 300;

// ---------------------------------------------------------------- making

function generator(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1103515245) + 12345) & 0x7fffffff;
    return (state >> 8) % below;
  };
}

class Maker {
  readonly below: (n: number) => number;
  #traces = 0;
  constructor(seed: number) {
    this.below = generator(seed);
  }

  list(depth: number, inLoop: boolean): Stmt[] {
    return Array.from({ length: 1 + this.below(3) }, () => this.statement(depth, inLoop));
  }

  statement(depth: number, inLoop: boolean): Stmt {
    const below = (loop: boolean) => this.list(depth - 1, loop);
    switch (depth > 0 ? this.below(14) : this.below(4)) {
      case 0:
        return inLoop ? { kind: 'exit' } : { kind: 'trace', n: this.#traces++ };
      case 1:
        return this.below(3) === 0 ? { kind: 'return', n: this.below(100) } : { kind: 'trace', n: this.#traces++ };
      case 2:
        return this.below(2) === 0
          ? { kind: 'raise', exception: this.below(EXCEPTIONS) }
          : { kind: 'trace', n: this.#traces++ };
      case 3:
        return { kind: 'trace', n: this.#traces++ };
      case 4:
      case 5:
      case 6:
        return { kind: 'if', when: below(inLoop), otherwise: this.below(2) === 0 ? below(inLoop) : [] };
      case 7:
        return { kind: 'loop', body: below(true) };
      case 8:
        return this.below(2) === 0
          ? { kind: 'repeat', body: below(true) }
          : { kind: 'for', count: this.below(4), body: below(true) };
      case 9:
        return {
          kind: 'case',
          arms: Array.from({ length: 1 + this.below(4) }, () => below(inLoop)),
          otherwise: below(inLoop),
        };
      case 10:
      case 11:
        return this.except(below, inLoop);
      default:
        return { kind: 'finally', body: below(inLoop), final: below(inLoop) };
    }
  }

  except(below: (loop: boolean) => Stmt[], inLoop: boolean): Stmt {
    const body = below(inLoop);
    const first = this.below(EXCEPTIONS);
    const on = this.below(2) === 0 ? [first] : [first, (first + 1) % EXCEPTIONS];
    const handlers = [{ on, body: below(inLoop) }];
    const rest = (first + 2) % EXCEPTIONS;
    if (this.below(2) === 0) handlers.push({ on: [rest], body: below(inLoop) });
    return this.below(3) === 0
      ? { kind: 'except', body, handlers, otherwise: below(inLoop) }
      : { kind: 'except', body, handlers };
  }
}

// ---------------------------------------------------------------- as Modula-3

function text(statements: readonly Stmt[]): string {
  return statements.map(statementText).join('; ');
}

function statementText(s: Stmt): string {
  switch (s.kind) {
    case 'trace':
      return `T(${s.n})`;
    case 'exit':
      return 'Step(); EXIT';
    case 'return':
      return `RETURN ${s.n}`;
    case 'raise':
      return s.exception === 0 ? 'RAISE E0' : `RAISE E${s.exception}(${s.exception})`;
    case 'if':
      return `IF Next(2) = 0 THEN ${text(s.when)}${s.otherwise.length > 0 ? ` ELSE ${text(s.otherwise)}` : ''} END`;
    case 'loop':
      return `LOOP Step(); ${text(s.body)} END`;
    case 'repeat':
      return `REPEAT Step(); ${text(s.body)} UNTIL Next(3) = 0`;
    case 'for':
      return `FOR i := 1 TO ${s.count} DO T(1000 + i); ${text(s.body)} END`;
    case 'case':
      return `CASE Next(5) OF ${s.arms.map((a, i) => `${i} => ${text(a)}`).join(' | ')} ELSE ${text(s.otherwise)} END`;
    case 'except': {
      const handlers = s.handlers.map((h) => `${h.on.map((e) => `E${e}`).join(', ')} => ${text(h.body)}`);
      return `TRY ${text(s.body)} EXCEPT ${handlers.join(' | ')}${s.otherwise ? ` ELSE ${text(s.otherwise)}` : ''} END`;
    }
    case 'finally':
      return `TRY ${text(s.body)} FINALLY ${text(s.final)} END`;
  }
}

function programText(bodies: readonly Stmt[][], seed: number): string {
  return `MODULE Main;
IMPORT IO;
EXCEPTION E0; E1(INTEGER); E2(INTEGER); Enough;
VAR state := ${seed}; steps := 0;
PROCEDURE Next (below: INTEGER): INTEGER = BEGIN Step(); state := (state * 1103515245 + 12345) MOD 16_80000000; RETURN state DIV 256 MOD below END Next;
PROCEDURE Step () RAISES ANY = BEGIN INC(steps); IF steps > ${STEPS} THEN RAISE Enough END END Step;
PROCEDURE T (n: INTEGER) RAISES ANY = BEGIN Step(); IO.PutInt(n); IO.Put(" ") END T;
${bodies.map((b, n) => `PROCEDURE P${n} (): INTEGER RAISES ANY = BEGIN ${text(b)}; RETURN -1 END P${n};`).join('\n')}
PROCEDURE Run (p: PROCEDURE (): INTEGER RAISES ANY) =
  BEGIN
    steps := 0;
    TRY IO.Put("= "); IO.PutInt(p()) EXCEPT E0 => IO.Put("e0") | E1 (n) => IO.Put("e"); IO.PutInt(n) | E2 (n) => IO.Put("e"); IO.PutInt(n) ELSE IO.Put("else") END;
    IO.Put("\\n");
  END Run;
BEGIN
${bodies.map((_, n) => `  Run(P${n});`).join('\n')}
END Main.
`;
}

// ---------------------------------------------------------------- as an interpreter

type Ending =
  | { readonly kind: 'normal' | 'exit' }
  | { readonly kind: 'return'; readonly n: number }
  | { readonly kind: 'raise'; readonly exception: number };
const NORMAL: Ending = { kind: 'normal' };
const ENOUGH: Ending = { kind: 'raise', exception: -1 };

class Interpreter {
  output = '';
  steps = 0;
  state: number;
  constructor(seed: number) {
    this.state = seed;
  }

  step(): boolean {
    return ++this.steps <= STEPS;
  }

  /** Undefined when the steps are used up. */
  next(below: number): number | undefined {
    if (!this.step()) return undefined;
    this.state = Number((BigInt(this.state) * 1103515245n + 12345n) % 0x80000000n);
    return Math.floor(this.state / 256) % below;
  }

  list(statements: readonly Stmt[]): Ending {
    for (const s of statements) {
      const ending = this.statement(s);
      if (ending.kind !== 'normal') return ending;
    }
    return NORMAL;
  }

  trace(n: number): Ending {
    if (!this.step()) return ENOUGH;
    this.output += `${n} `;
    return NORMAL;
  }

  statement(s: Stmt): Ending {
    switch (s.kind) {
      case 'trace':
        return this.trace(s.n);
      case 'exit':
        return this.step() ? { kind: 'exit' } : ENOUGH;
      case 'return':
      case 'raise':
        return s;
      case 'if': {
        const n = this.next(2);
        if (n === undefined) return ENOUGH;
        return this.list(n === 0 ? s.when : s.otherwise);
      }
      case 'loop':
      case 'repeat':
        for (;;) {
          if (!this.step()) return ENOUGH;
          const ending = this.list(s.body);
          if (ending.kind === 'exit') return NORMAL;
          if (ending.kind !== 'normal') return ending;
          if (s.kind === 'loop') continue;
          const n = this.next(3);
          if (n === undefined) return ENOUGH;
          if (n === 0) return NORMAL;
        }
      case 'for':
        for (let i = 1; i <= s.count; i++) {
          const first = this.trace(1000 + i);
          const ending = first.kind === 'normal' ? this.list(s.body) : first;
          if (ending.kind === 'exit') return NORMAL;
          if (ending.kind !== 'normal') return ending;
        }
        return NORMAL;
      case 'case': {
        const n = this.next(5);
        return n === undefined ? ENOUGH : this.list(s.arms[n] ?? s.otherwise);
      }
      case 'except': {
        const ending = this.list(s.body);
        if (ending.kind !== 'raise') return ending;
        const handler = s.handlers.find((h) => h.on.includes(ending.exception));
        if (handler) return this.list(handler.body);
        return s.otherwise ? this.list(s.otherwise) : ending;
      }
      case 'finally': {
        const ending = this.list(s.body);
        const last = this.list(s.final);
        return last.kind === 'normal' ? ending : last;
      }
    }
  }

  run(body: readonly Stmt[]): void {
    this.steps = 0;
    this.output += '= ';
    const ending = this.list(body);
    if (ending.kind === 'return') this.output += `${ending.n}`;
    else if (ending.kind === 'raise') this.output += ending.exception < 0 ? 'else' : `e${ending.exception}`;
    else this.output += '-1';
    this.output += '\n';
  }
}

describe('random control flow', () => {
  test.each([1, 2, 3, 4, 5, 6])('seed %i', async (seed) => {
    const maker = new Maker(seed * 104729);
    const bodies = Array.from({ length: PROCEDURES }, () => maker.list(4, false));
    const source = programText(bodies, seed);
    const { module, errors } = compile('random', [{ path: 'Main.m3', text: source }]);
    expect(errors.map((d) => `${d.message}: ${source.slice(d.span.start - 60, d.span.end + 20)}`)).toEqual([]);
    expect(verifyModule(module)).toEqual([]);
    const interpreter = new Interpreter(seed);
    for (const body of bodies) interpreter.run(body);
    const { output, reports } = await run(module);
    expect(reports).toBe('');
    expect(output.split('\n')).toEqual(interpreter.output.split('\n'));
  });
});
