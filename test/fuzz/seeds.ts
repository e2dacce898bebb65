/**
 * Good extensions to make bad ones of: a pair written to have something of everything, the examples of this repository, and the hand-assembled cases that
 * the verifier passes.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { SpxModule } from '../../src/bytecode/module.ts';
import { assemble } from '../../src/bytecode/text/assemble.ts';
import { compile as compileFiles } from '../../src/cli/compile.ts';
import { createProvider } from '../../src/cli/provider.ts';
import { readSource, sourcesBelow } from '../../src/cli/sources.ts';
import { readCases } from '../bytecode/verify/cases.ts';
import { compile } from '../kernel/source.ts';

/** Extensions that are loaded in this order. */
export interface Seed {
  readonly name: string;
  readonly modules: readonly SpxModule[];
}

const EXAMPLES = resolve(import.meta.dirname, '../../examples');

const COUNTER = {
  'Counter.i3': `INTERFACE Counter;
    TYPE T <: Public; Public = OBJECT METHODS next(): INTEGER; set(n: INTEGER) RAISES {Bad} END;
         R = RECORD a: INTEGER; b: TEXT END;
    EXCEPTION Bad(TEXT);
    VAR limit: [5..10];
    PROCEDURE New(a: INTEGER := 3): T;
    PROCEDURE Sum(READONLY a: ARRAY OF INTEGER): INTEGER;
    PROCEDURE Rec(r: R): R RAISES {Bad};
    END Counter.`,
  'Counter.m3': `MODULE Counter; IMPORT Fmt;
    REVEAL T = Public BRANDED OBJECT n: INTEGER := 40; t: TEXT := "x" OVERRIDES next := Next; set := Set END;
    PROCEDURE Next(t: T): INTEGER = BEGIN INC(t.n); RETURN t.n END Next;
    PROCEDURE Set(t: T; n: INTEGER) RAISES {Bad} = BEGIN IF n < 0 THEN RAISE Bad("neg" & Fmt.Int(n)) END; t.n := n END Set;
    PROCEDURE New(a: INTEGER): T = BEGIN RETURN NEW(T, n := a) END New;
    PROCEDURE Sum(READONLY a: ARRAY OF INTEGER): INTEGER = VAR s := 0; BEGIN FOR i := 0 TO LAST(a) DO INC(s, a[i]) END; RETURN s END Sum;
    PROCEDURE Rec(r: R): R RAISES {Bad} = BEGIN r.a := r.a + 1; IF r.b = NIL THEN RAISE Bad("nil") END; RETURN r END Rec;
    BEGIN limit := 7 END Counter.`,
};

const CLIENT = {
  'Client.m3': `MODULE Client EXPORTS Main; IMPORT Counter, Fmt, Text, IO;
    TYPE S = Counter.T OBJECT extra: INTEGER := 9 METHODS twice(): INTEGER := Twice OVERRIDES next := MyNext END;
         E = {Red, Green, Blue}; A = ARRAY E OF INTEGER; P = PROCEDURE (a: INTEGER): INTEGER;
    VAR s := NEW(S); a := A{1, 2, 3}; r: Counter.R; st := SET OF E{E.Red}; fp: P := Fib; x: LONGREAL := 1.5D0; list := NEW(REF ARRAY OF INTEGER, 10);
    PROCEDURE MyNext(s: S): INTEGER = BEGIN RETURN Counter.T.next(s) + s.extra END MyNext;
    PROCEDURE Twice(s: S): INTEGER = BEGIN RETURN 2 * s.next() END Twice;
    PROCEDURE Fib(n: INTEGER): INTEGER = BEGIN IF n < 2 THEN RETURN n END; RETURN Fib(n - 1) + Fib(n - 2) END Fib;
    PROCEDURE Apply(p: PROCEDURE (i: INTEGER)) = BEGIN FOR i := 0 TO 3 DO p(i) END END Apply;
    PROCEDURE Nest(): INTEGER = VAR t := 0; PROCEDURE Add(i: INTEGER) = BEGIN INC(t, i) END Add; BEGIN Apply(Add); RETURN t END Nest;
    BEGIN
      IO.Put(Fmt.Int(s.twice()) & " " & Fmt.Int(fp(10)) & " " & Fmt.Int(Nest()) & "\\n");
      TRY s.set(-1) EXCEPT Counter.Bad(t) => IO.Put(t & "\\n") ELSE IO.Put("other\\n") END;
      r.b := "q"; TRY r := Counter.Rec(r) EXCEPT Counter.Bad => END;
      FOR e := FIRST(E) TO LAST(E) DO IF e IN st THEN INC(a[e]) ELSE list[ORD(e)] := a[e] END END;
      IO.Put(Fmt.Int(Counter.Sum(list^)) & Fmt.Int(Counter.Sum(SUBARRAY(a, 1, 2))) & Fmt.LongReal(x * 2.0D0) & Fmt.Int(Counter.limit) & Fmt.Int(Text.Length(r.b)) & "\\n");
    END Client.`,
};

const files = (sources: Readonly<Record<string, string>>) =>
  Object.entries(sources).map(([path, text]) => ({ path, text }));

function pair(): Seed {
  const counter = compile('counter', files(COUNTER), []);
  const client = compile('client', files(CLIENT), files(COUNTER));
  return { name: 'counter, client', modules: [counter, client] };
}

/** The longest of an example's command lines. */
function example(folder: string): Seed[] {
  const path = join(EXAMPLES, folder, 'run.json');
  if (!existsSync(path)) return [];
  const { runs } = JSON.parse(readFileSync(path, 'utf8')) as { runs: { arguments: string[] }[] };
  const folders = runs
    .map((r) => r.arguments.slice(1).filter((a) => existsSync(join(EXAMPLES, folder, a))))
    .sort((a, b) => b.length - a.length)[0]!
    .map((name) => join(EXAMPLES, folder, name));
  const modules: SpxModule[] = [];
  for (const at of folders) {
    const provider = createProvider({ libraryPaths: [], interfacePaths: folders.filter((f) => f !== at) });
    const { module } = compileFiles(folder, sourcesBelow(at).map(readSource), provider);
    if (module) modules.push(module);
  }
  return modules.length > 0 ? [{ name: `examples/${folder}`, modules }] : [];
}

/** Not those whose opaque types only another file could reveal. */
function assembled(): Seed[] {
  return readCases()
    .filter((c) => c.expected === 'ok' && !c.trusted)
    .flatMap((c) => {
      const result = assemble(c.text);
      if ('error' in result) throw new Error(`${c.file}, ${c.name}: ${result.error.message}`);
      return result.module.imports.length === 0 ? [{ name: `${c.file}: ${c.name}`, modules: [result.module] }] : [];
    });
}

export function seeds(): Seed[] {
  return [pair(), ...readdirSync(EXAMPLES).sort().flatMap(example), ...assembled()];
}
