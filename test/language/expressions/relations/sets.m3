(* 2.6.11: On sets <= is inclusion, < proper inclusion; disjoint ones are in no order. *)
MODULE Main;
IMPORT IO;
TYPE S = SET OF CHAR;
VAR a := S {'a', 'b'}; b := S {'a', 'b', 'c'}; c := S {'x'};
PROCEDURE B(x: BOOLEAN) = BEGIN IF x THEN IO.Put("T") ELSE IO.Put("F") END END B;
BEGIN
  B(a <= b); B(a < b); B(b >= a); B(b > a); B(a <= a); B(a < a); B(a <= c); B(c <= a); B(a = S {'b', 'a'}); B(a # c); B(S {} < c); IO.Put("\n");
END Main.
