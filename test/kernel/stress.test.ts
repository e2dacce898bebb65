/** Programs that use the kernel's services behave the same when the collector runs all the time. */
import { afterEach, describe, expect, it } from 'vitest';
import { Heap } from '../../src/kernel/heap/heap.ts';
import { sourceMachine } from './source.ts';

const PROGRAM = {
  'Gc.m3': `MODULE Gc EXPORTS Main;
    IMPORT IO, Fmt, Text, NameServer, RTCode, Env, SpinException, Domain, SpinPublic;
    TYPE
      L = REF RECORD t: TEXT; next: L END;
      Procedures = RTCode.Iterator OBJECT OVERRIDES apply := NoteProcedure END;
      Interfaces = Domain.InterfaceClosure OBJECT OVERRIDES apply := NoteInterface END;
    VAR list: L; count := 0; a, b: TEXT;
    PROCEDURE NoteProcedure(<*UNUSED*> s: Procedures; <*UNUSED*> p: PROCANY; n: TEXT): BOOLEAN =
      BEGIN list := NEW(L, t := n & Fmt.Int(count), next := list); INC(count); RETURN TRUE END NoteProcedure;
    PROCEDURE NoteInterface(<*UNUSED*> s: Interfaces; n: TEXT): BOOLEAN =
      BEGIN list := NEW(L, t := n & "/" & Fmt.Int(count), next := list); INC(count); RETURN TRUE END NoteInterface;
    PROCEDURE Deep(n: INTEGER): TEXT = BEGIN IF n = 0 THEN RETURN "" END; RETURN Fmt.Int(n) & Deep(n - 1) & Fmt.Char('.') END Deep;
    PROCEDURE Fail(n: INTEGER) =
      VAR x := NEW(REF INTEGER);
      BEGIN
        x^ := n;
        IF n = 0 THEN EVAL Fmt.F("%s", "a", "b") ELSE Fail(n - 1) END;
        <*ASSERT x^ = n*>
      END Fail;
    <*FATAL NameServer.Error*>
    BEGIN
      RTCode.IterateOnProceduresInInterface(INTERFACE_UNIT(Fmt), NEW(Procedures));
      RTCode.IterateOnProceduresInModule(THIS_MODULE(), NEW(Procedures));
      EVAL Domain.ApplyToInterfaces(SpinPublic.GetDomain(), NEW(Interfaces));
      WHILE list # NIL DO IO.Put(list.t & " "); list := list.next END;
      IO.Put("\\n" & Deep(20) & "\\n");
      TRY Fail(5) EXCEPT SpinException.Exception(e) => IO.Put(e.msg & Fmt.Int(3) & e.msg & "\\n") END;
      Env.GetNth(0, a, b);
      IO.Put(a & "=" & b & "\\n");
      TRY EVAL Domain.Create("x", NEW(REF ARRAY OF CHAR, 3)) EXCEPT Domain.Error(t) => IO.Put(t & Deep(1) & "\\n") END;
      TRY <*ASSERT FALSE WITH Deep(3)*> EXCEPT SpinException.Exception(e) => IO.Put(Deep(2) & e.msg & "\\n") END;
      FOR i := 0 TO 20 DO NameServer.Attach(NIL, "/svc/n" & Fmt.Int(i), NEW(L, t := Fmt.Int(i))) END;
      FOR i := 0 TO 20 DO IO.Put(NARROW(NameServer.Lookup(NIL, "/svc/n" & Fmt.Int(i)), L).t) END;
      IO.Put(Fmt.Int(Text.Length(Deep(30))) & "\\n");
    END Gc.`,
};

async function output(): Promise<{ shown: string; collections: number }> {
  const m = sourceMachine();
  expect((await m.start('gc', PROGRAM)).kind).toBe('ended');
  return { shown: m.shown(), collections: m.kernel.heap.statistics().collections };
}

const { allocate, allocateOpen } = Heap.prototype;
afterEach(() => Object.assign(Heap.prototype, { allocate, allocateOpen }));

describe('with a collection before every allocation that leaves the fast path', () => {
  it('a program shows what it shows without', async () => {
    const calm = await output();
    Heap.prototype.allocate = function (this: Heap, ...args) {
      if (this['pausing'] === 0) this.collect();
      return allocate.apply(this, args);
    };
    Heap.prototype.allocateOpen = function (this: Heap, ...args) {
      if (this['pausing'] === 0) this.collect();
      return allocateOpen.apply(this, args);
    };
    const stressed = await output();
    expect(stressed.shown).toBe(calm.shown);
    expect(calm.shown).toContain('01234567891011121314151617181920');
    expect(stressed.collections).toBeGreaterThan(calm.collections + 200);
  });
});
