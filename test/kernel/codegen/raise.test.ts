/** Procedures whose only calls are of events that generated code does by itself: they have no frame until such an event has another handler, and what they hold is alive all the same. */
import { expect, it } from 'vitest';
import { sourceMachine } from '../source.ts';

const main = (declarations: string, body: string) => ({
  'Main.m3': `MODULE Main; IMPORT Dispatcher, Fmt, IO, RTCollector, SpinException, Swap, Text; ${declarations} BEGIN ${body} END Main.`,
});
async function shown(declarations: string, body: string): Promise<string> {
  const machine = sourceMachine();
  const outcome = await machine.start('raise', main(declarations, body));
  expect(outcome.kind).toBe('ended');
  return machine.shown();
}

it('what they hold stays alive while a handler runs', async () => {
  const declarations = `
    TYPE Node = REF RECORD n: INTEGER; rest: ARRAY [0..20] OF INTEGER END; Numbers = REF ARRAY OF INTEGER;
    VAR junk: Node; more: Numbers;
    PROCEDURE Make(n: INTEGER): Node = BEGIN RETURN NEW(Node, n := n) END Make;
    PROCEDURE Many(n: INTEGER): Numbers =
      VAR a := NEW(Numbers, 10);
      BEGIN FOR i := 0 TO 9 DO a[i] := n END; RETURN a END Many;
    PROCEDURE Handle(x: Swap.UInt16): Swap.UInt16 =
      BEGIN
        RTCollector.Collect();
        FOR i := 1 TO 3000 DO junk := NEW(Node, n := -1); more := NEW(Numbers, 10); more[9] := -1; more[2] := -1 END;
        RETURN x + 1
      END Handle;
    PROCEDURE One(node: Node; x: INTEGER): INTEGER =
      VAR sum := 0;
      BEGIN
        sum := Swap.Swap2U(x);
        WHILE x > 0 DO sum := sum + Swap.Swap2U(1) + node.n; x := x DIV 2 END;
        RETURN sum + node.n
      END One;
    PROCEDURE Part(READONLY a: ARRAY OF INTEGER; x: INTEGER): INTEGER =
      BEGIN
        WITH b = SUBARRAY(a, 2, 5), c = b[1] DO RETURN Swap.Swap2U(x) + b[0] + c + Swap.Swap2U(x) + a[9] END
      END Part;
    VAR node: Node; numbers: Numbers;
    (* Nothing of what has been on the stack is left there, and nobody but the procedure that is called holds what these take. *)
    PROCEDURE Wipe(): INTEGER = VAR a: ARRAY [0..500] OF INTEGER; BEGIN RETURN a[250] END Wipe;
    PROCEDURE TakeNode(): Node = VAR n := node; BEGIN node := NIL; RETURN n END TakeNode;
    PROCEDURE TakeNumbers(): Numbers = VAR n := numbers; BEGIN numbers := NIL; RETURN n END TakeNumbers;
    PROCEDURE Put() =
      BEGIN
        node := Make(1000); numbers := Many(7);
        EVAL Wipe(); IO.Put(Fmt.Int(One(TakeNode(), 5)) & " ");
        EVAL Wipe(); IO.Put(Fmt.Int(Part(TakeNumbers()^, 3)) & "\\n")
      END Put;`;
  const plain = 5 * 256 + 3 * (256 + 1000) + 1000;
  const part = 2 * 3 * 256 + 3 * 7;
  const handled = 6 + 3 * (2 + 1000) + 1000;
  const body = 'Put(); EVAL Dispatcher.InstallHandler(Swap.Swap2U, NIL, Handle); Put(); Put()';
  const lines = (await shown(declarations, body)).trim().split('\n');
  expect(lines).toEqual([`${plain} ${part}`, `${handled} ${2 * 4 + 3 * 7}`, `${handled} ${2 * 4 + 3 * 7}`]);
});

it('recursion through a handler ends in an exception that can be caught', { timeout: 60_000 }, async () => {
  const many = Array.from({ length: 60 }, (_, k) => `v${k}`);
  const declarations = `
    PROCEDURE Deep(x: INTEGER): INTEGER =
      VAR ${many.map((v, k) => `${v} := x + ${k};`).join(' ')}
      BEGIN x := Swap.Swap2U(x MOD 100); RETURN x + ${many.join(' + ')} END Deep;
    PROCEDURE Handle(x: Swap.UInt16): Swap.UInt16 = BEGIN RETURN Deep(x) MOD 1000 END Handle;
    PROCEDURE Try() =
      BEGIN
        TRY EVAL Deep(1); IO.Put("none ") EXCEPT SpinException.Exception(e) => IO.Put(e.msg & " ") END
      END Try;`;
  const body = 'EVAL Dispatcher.InstallHandler(Swap.Swap2U, NIL, Handle); Try(); Try()';
  expect(await shown(declarations, body)).toBe('stack overflow stack overflow ');
});
