/** A module that uses every construct of the language, for the tests that mutilate programs, and as many copies as wanted. */
export const SAMPLE = `(* Everything once. *)
MODULE Sample EXPORTS Sample, Other;

IMPORT Text, Wr AS Writer, Thread;
FROM Fmt IMPORT Int, Real;

CONST
  Limit: CARDINAL = 16_FF;
  Name = "sample" & "!";

TYPE
  Colour = {Red, Green, Blue};
  Small = BITS 4 FOR [0..15];
  Wide = ALIGNED 64 FOR INTEGER;
  Colours = SET OF Colour;
  Vector = ARRAY [0..2] OF LONGREAL;
  Point = RECORD x, y: INTEGER := 0; next: REF Point := NIL; END;
  Node <: ROOT;
  Tree = Node BRANDED "Sample.Tree" OBJECT
    left, right: Tree := NIL;
  METHODS
    size (deep := TRUE): CARDINAL RAISES {Broken, Thread.Alerted} := Size;
    FUNCTIONAL colour (): Colour;
  OVERRIDES
    colour := ColourOf;
  END;
  Visit = EPHEMERAL PROCEDURE (READONLY t: Tree; VAR n: INTEGER) RAISES ANY;
  Raw = UNTRACED BRANDED REF ARRAY OF ARRAY Colour OF CHAR;

<*IMPLICIT*> EXCEPTION Broken (TEXT); Stop;

VAR
  root: Tree := NEW(Tree, left := NIL);
  count, total := 0;

REVEAL Node = ROOT BRANDED OBJECT END;

PROCEDURE Size (self: Tree; deep: BOOLEAN): CARDINAL RAISES {Broken, Thread.Alerted} =
  CONST Start = 1;
  VAR n := Start; buffer: ARRAY [0..9] OF CHAR;
  BEGIN
    IF self = NIL OR NOT deep AND n # 0 THEN
      RETURN 0;
    ELSIF Text.Equal(Name, "x\\n") THEN
      RAISE Broken("no " & Int(n + 1));
    ELSE
      n := n + (Limit - 1) * 2 DIV 3;
      buffer[n] := VAL(ORD('a') + n, CHAR);
    END;
    FOR i := FIRST(buffer) TO LAST(buffer) BY 2 DO
      WITH b = buffer[i], c = self.left^.right DO
        b := 'z';
        EVAL c.size();
      END;
    END;
    CASE n OF
    | 0 => n := -n;
    | 1, 2..5 => INC(n, 2);
    ELSE <*ASSERT n > 5 WITH "small"*>
    END;
    TRY
      LOCK mutex DO
        REPEAT DEC(n) UNTIL n <= 0;
      END;
    EXCEPT
    | Broken (message) => Writer.PutText(out, message);
    | Stop, Thread.Alerted => EXIT;
    ELSE
      RETURN 1;
    END;
    TRY LOOP EXIT END FINALLY INC(count) END;
    TYPECASE root OF
    | NULL => n := 1;
    | Tree (t) => t.left := NARROW(t, Tree);
    | REF Point, REF Small => n := 2;
    END;
    WHILE Colour.Red IN Colours{Colour.Red, Colour.Green..Colour.Blue} DO
      n := NUMBER(Vector{1.0d0, 2.5D3, ..}) + Point{1, y := 2}.x;
    END;
    VAR local := 1; BEGIN local := local END;
    RETURN n;
  END Size;

FUNCTIONAL PROCEDURE ColourOf (<*UNUSED*> self: Tree): Colour =
  BEGIN
    RETURN Colour.Red;
  END ColourOf;

BEGIN
  total := root.size(deep := FALSE);
END Sample.
`;

/** One module with the procedures of the sample many times over. */
export function copies(count: number): string {
  const start = SAMPLE.indexOf('PROCEDURE Size');
  const end = SAMPLE.indexOf('\nBEGIN\n  total');
  const procedures = Array.from({ length: count }, (_, i) => {
    return SAMPLE.slice(start, end).replaceAll('Size', `Size${i}`).replaceAll('ColourOf', `ColourOf${i}`);
  });
  return SAMPLE.slice(0, start) + procedures.join('\n') + SAMPLE.slice(end);
}
