=== Colors.i3
INTERFACE Colors;
TYPE T = {Red, Green, Blue};
     Obj = OBJECT n: INTEGER; METHODS m(); END;
EXCEPTION Bad;
CONST Best = T.Green;
VAR count: INTEGER;
PROCEDURE Next(c: T): T;
END Colors.
=== Colors.m3
MODULE Colors;
PROCEDURE Next(c: T): T =
  BEGIN
    IF c = LAST(T) THEN RETURN FIRST(T) END;
    INC(c);
    RETURN c;
  END Next;
BEGIN
END Colors.
=== Main.m3
MODULE Main;
IMPORT Colors;
FROM Colors IMPORT T;
TYPE R = RECORD x, y: INTEGER END;
     S = [0 .. 9];
VAR c := T.Red;
    r: R;
    o: Colors.Obj;
    i: INTEGER;
PROCEDURE P() = BEGIN END P;
BEGIN
  c := Colors.T.Blue;
  c := Colors.Best;
  c := Colors.Next(c);
  Colors.count := 3;
  c := T.Violet;
(*       ^ M3406: enumeration Colors.T has no element Violet *)
  c := T.Bleu;
(*       ^ M3406: enumeration Colors.T has no element Bleu *)
  c := Colors.Worst;
(*            ^ M3402: interface Colors declares no Worst *)
  c := Color.Red;
(*     ^ M3401: Color is not declared *)
  i := undefined;
(*     ^ M3401: undefined is not declared *)
  i := T;
(*     ^ M3403: T is a type; an expression is wanted here *)
  i := Colors;
(*     ^ M3403: Colors is an interface; an expression is wanted here *)
  i := Colors.Bad;
(*     ^ M3403: Bad is an exception; an expression is wanted here *)
  i := NEW;
(*     ^ M3403: NEW is a built-in operation; an expression is wanted here *)
  i := S.first;
(*     ^ M3405: a type has elements or methods to select only if it is an enumeration or an object type, and S is neither *)
  i := r.z;
(*       ^ M3404: type R has no field z *)
  i := r.X;
(*       ^ M3404: type R has no field X *)
  i := i.x;
(*     ^ M3408: only records and objects have fields, and this is of type INTEGER *)
  i := o.n;
  i := o.k;
(*       ^ M3404: type Colors.Obj has no field or method k *)
  o.m();
  o.m;
(*  ^ M3407: the method m of an object can only be called; as a value, name its type: T.m *)
  i := o.m;
(*       ^ M3407: the method m of an object can only be called; as a value, name its type: T.m *)
  P := NIL;
(*^ M3701: only a variable (a writable designator) can be assigned, and this is a value *)
  undefined := 1;
  undefined.x.y := undefined[3];
  P.x := 3;
(*^ M3408: only records and objects have fields, and this is of type PROCEDURE () *)
END Main.
