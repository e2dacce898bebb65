(* 2.6.8 Constructors: what takes its type from a constructor of an open array type is as long as that. *)
MODULE Main;
IMPORT IO, Text;
TYPE OAC = ARRAY OF CHAR; OO = ARRAY OF OAC; R = RECORD a := OAC{'x', 'y'}; b := 3 END;
VAR ac := OAC{'a', 'b', 'c'}; ad := ARRAY OF CHAR{'d', 'e', 'f'}; ae: ARRAY [-1..1] OF CHAR := OAC{'g', 'h', 'i'};
    oo := OO{ARRAY [0..1] OF CHAR{'1', '2'}, ARRAY [0..1] OF CHAR{'3', '4'}, OAC{'5', '6'}};
    n := 7; ai := ARRAY OF INTEGER{n, n + 1};
CONST ah = OAC{'a', 'b', 'z'};
VAR ak := ah; r: R; e := ARRAY OF TEXT{};
PROCEDURE P(READONLY a: OAC) = BEGIN IO.Put(Text.FromChars(a) & " ") END P;
PROCEDURE Q(READONLY a: OO) = BEGIN FOR i := 0 TO LAST(a) DO P(a[i]) END END Q;
BEGIN
  P(ac); ac := ad; P(ac); ad := ae; P(ad); ae := ah; P(ae); P(ak); P(r.a);
  Q(oo); Q(OO{ac, ad}); IO.PutInt(ai[1] + NUMBER(ai) + NUMBER(e) + NUMBER(oo) * 100 + NUMBER(oo[0]) * 10); IO.Put("\n");
END Main.
