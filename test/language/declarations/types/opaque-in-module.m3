(* 2.4.6, 2.4.7 A module may declare an opaque type and reveal it, in part and in full; REVEAL T <: T is legal and says nothing. *)
MODULE Main;
IMPORT IO, Fmt;
TYPE
  Shape <: Public;
  Public = OBJECT METHODS area(): INTEGER END;
  List <: REFANY;
  Other <: ROOT;
REVEAL Shape <: Shape;
REVEAL Shape = Public BRANDED OBJECT side: INTEGER; next: Shape OVERRIDES area := Area END;
REVEAL List = BRANDED REF RECORD head: INTEGER; tail: List END;
REVEAL Other = BRANDED "Main.Other" OBJECT s: Shape END;
PROCEDURE Area(self: Shape): INTEGER = BEGIN RETURN self.side * self.side END Area;
VAR
  s := NEW(Shape, side := 3); p: Public := s; l: List; any: REFANY; o := NEW(Other, s := s);
BEGIN
  l := NEW(List, head := 1); l := NEW(List, head := 2, tail := l);
  s.next := NEW(Shape, side := 4);
  IO.Put(Fmt.Int(p.area()) & " " & Fmt.Int(s.next.area()) & " " & Fmt.Int(l.tail.head) & " " & Fmt.Int(o.s.side) & "\n");
  any := l;
  TYPECASE any OF Shape => IO.Put("shape\n") | List(x) => IO.Put("list " & Fmt.Int(x.head) & "\n") ELSE IO.Put("other\n") END;
  any := s;
  IO.Put(Fmt.Bool(ISTYPE(any, Shape)) & Fmt.Bool(ISTYPE(any, List)) & Fmt.Int(NARROW(any, Shape).side) & "\n")
END Main.
