/** Examples for the pages about calls and built-in operations. */
import type { Example } from './example.ts';

export const CALL_EXAMPLES: Readonly<Record<string, Example>> = {
  M3601: {
    wrong: `
PROCEDURE Add(a, b: INTEGER): INTEGER = BEGIN RETURN a + b END Add;
VAR n := Add(1);`,
    right: `
PROCEDURE Add(a: INTEGER; b: INTEGER := 1): INTEGER = BEGIN RETURN a + b END Add;
VAR n := Add(1);`,
  },
  M3602: {
    wrong: `
PROCEDURE Add(a, b: INTEGER): INTEGER = BEGIN RETURN a + b END Add;
VAR n := Add(1, 2, 3);`,
    right: `
PROCEDURE Add(a, b: INTEGER): INTEGER = BEGIN RETURN a + b END Add;
VAR n := Add(1, Add(2, 3));`,
  },
  M3603: {
    wrong: `
PROCEDURE Add(a: INTEGER; b := 0): INTEGER = BEGIN RETURN a + b END Add;
VAR n := Add(1, c := 2);`,
    right: `
PROCEDURE Add(a: INTEGER; b := 0): INTEGER = BEGIN RETURN a + b END Add;
VAR n := Add(1, b := 2);`,
  },
  M3604: {
    wrong: `
PROCEDURE Add(a: INTEGER; b := 0): INTEGER = BEGIN RETURN a + b END Add;
VAR n := Add(1, a := 2);`,
    right: `
PROCEDURE Add(a: INTEGER; b := 0): INTEGER = BEGIN RETURN a + b END Add;
VAR n := Add(1, b := 2);`,
  },
  M3605: {
    wrong: `
PROCEDURE Add(a, b: INTEGER): INTEGER = BEGIN RETURN a + b END Add;
VAR n := Add(a := 1, 2);`,
    right: `
PROCEDURE Add(a, b: INTEGER): INTEGER = BEGIN RETURN a + b END Add;
VAR n := Add(1, b := 2);`,
  },
  M3606: {
    wrong: `
PROCEDURE Clear(VAR n: INTEGER) = BEGIN n := 0 END Clear;
VAR n := 1; m := Clear(n);`,
    right: `
PROCEDURE Clear(VAR n: INTEGER) = BEGIN n := 0 END Clear;
VAR n := 1;
BEGIN
  Clear(n);`,
  },
  M3607: {
    wrong: `
VAR n := 1; m := n(2);`,
    right: `
VAR n := 1; m := n * 2;`,
  },
  M3610: {
    wrong: `
PROCEDURE Half(n: INTEGER): INTEGER = BEGIN RETURN n DIV 2 END Half;
VAR n := Half("8");`,
    right: `
PROCEDURE Half(n: INTEGER): INTEGER = BEGIN RETURN n DIV 2 END Half;
VAR n := Half(8);`,
  },
  M3611: {
    wrong: `
PROCEDURE Clear(VAR n: INTEGER) = BEGIN n := 0 END Clear;
BEGIN
  Clear(1);`,
    right: `
PROCEDURE Clear(VAR n: INTEGER) = BEGIN n := 0 END Clear;
VAR n := 1;
BEGIN
  Clear(n);`,
  },
  M3612: {
    wrong: `
BEGIN
  FOR i := 1 TO 10 DO
    INC(i);
  END;`,
    right: `
VAR sum := 0;
BEGIN
  FOR i := 1 TO 10 BY 2 DO
    INC(sum, i);
  END;`,
  },
  M3613: {
    wrong: `
PROCEDURE Clear(VAR n: [0 .. 255]) = BEGIN n := 0 END Clear;
VAR pixel: RECORD red, green: BITS 8 FOR [0 .. 255] := 1 END;
BEGIN
  Clear(pixel.red);`,
    right: `
VAR pixel: RECORD red, green: BITS 8 FOR [0 .. 255] := 1 END;
BEGIN
  pixel.red := 0;`,
  },
  M3614: {
    wrong: `
PROCEDURE Clear(VAR n: INTEGER) = BEGIN n := 0 END Clear;
VAR n: CARDINAL := 1;
BEGIN
  Clear(n);`,
    right: `
PROCEDURE Clear(VAR n: INTEGER) = BEGIN n := 0 END Clear;
VAR n: INTEGER := 1;
BEGIN
  Clear(n);`,
  },
  M3620: {
    wrong: `
VAR n := MAX(1, 2, 3);`,
    right: `
VAR n := MAX(MAX(1, 2), 3);`,
  },
  M3621: {
    wrong: `
VAR n := 1;
BEGIN
  INC(n, by := 2);`,
    right: `
VAR n := 1;
BEGIN
  INC(n, 2);`,
  },
  M3622: {
    wrong: `
VAR n := 65; c := VAL(n, 'a');`,
    right: `
VAR n := 65; c := VAL(n, CHAR);`,
  },
  M3623: {
    wrong: `
VAR n := ORD("a");`,
    right: `
VAR n := ORD('a');`,
  },
  M3624: {
    wrong: `
TYPE Nothing = {};
VAR n := ORD(FIRST(Nothing));`,
    right: `
TYPE Something = {One};
VAR n := ORD(FIRST(Something));`,
  },
  M3625: {
    wrong: `
TYPE A = OBJECT a := 0 END; B = OBJECT b := 0 END;
VAR a := NEW(A); is := ISTYPE(a, B);`,
    right: `
TYPE A = OBJECT a := 0 END; B = A OBJECT b := 0 END;
VAR a := NEW(A); is := ISTYPE(a, B);`,
  },
  M3630: {
    wrong: `
PROCEDURE Name(READONLY packet: ARRAY [0 .. 7] OF BITS 8 FOR [0 .. 255]): TEXT =
  BEGIN
    RETURN VIEW(packet, RECORD name: TEXT END).name;
  END Name;`,
    right: `
PROCEDURE Length(READONLY packet: ARRAY [0 .. 7] OF BITS 8 FOR [0 .. 255]): INTEGER =
  BEGIN
    RETURN VIEW(packet, RECORD length: INTEGER END).length;
  END Length;`,
  },
  M3631: {
    wrong: `
VAR day: [1 .. 31] := 1;
BEGIN
  VIEW(day, [0 .. 255]) := 77;`,
    right: `
VAR day: [0 .. 255] := 1;
BEGIN
  VIEW(day, SET OF [0 .. 7]) := SET OF [0 .. 7]{0};`,
  },
  M3632: {
    wrong: `
VAR small: [0 .. 255] := 1;
BEGIN
  VIEW(small, INTEGER) := 7;`,
    right: `
VAR large: ARRAY [0 .. 7] OF [0 .. 255];
BEGIN
  VIEW(large, INTEGER) := 7;`,
  },
  M3633: {
    wrong: `
UNSAFE MODULE Main;
VAR r := 1.0; n := LOOPHOLE(r, INTEGER);
BEGIN
  EVAL n;
END Main.`,
    right: `
MODULE Main;
VAR r := 1.0; n := ROUND(r);
BEGIN
  EVAL n;
END Main.`,
  },
  M3640: {
    wrong: `
INTERFACE Names;
CONST Here = BYTESIZE(THIS_MODULE());
END Names.`,
    right: `
MODULE Names EXPORTS Main;
VAR here := THIS_MODULE();
BEGIN
  EVAL here;
END Names.`,
  },
  M3641: {
    wrong: `
MODULE Main;
VAR unit := INTERFACE_UNIT(Text);
BEGIN
  EVAL unit;
END Main.`,
    right: `
MODULE Main;
IMPORT Text;
VAR unit := INTERFACE_UNIT(Text);
BEGIN
  EVAL unit;
END Main.`,
  },
  M3650: {
    wrong: `
VAR n := 3; p := NEW(n);`,
    right: `
VAR p := NEW(REF INTEGER);`,
  },
  M3651: {
    wrong: `
TYPE Point = RECORD x, y := 0 END;
VAR p := NEW(Point);`,
    right: `
TYPE Point = RECORD x, y := 0 END;
VAR p := NEW(REF Point);`,
  },
  M3653: {
    wrong: `
VAR line := NEW(REF ARRAY OF CHAR);`,
    right: `
VAR line := NEW(REF ARRAY OF CHAR, 80);`,
  },
  M3654: {
    wrong: `
TYPE Shape = OBJECT METHODS draw() END;
PROCEDURE Make(): Shape =
  PROCEDURE Draw(self: Shape) = BEGIN EVAL self END Draw;
  BEGIN
    RETURN NEW(Shape, draw := Draw);
  END Make;`,
    right: `
TYPE Shape = OBJECT METHODS draw() END;
PROCEDURE Draw(self: Shape) = BEGIN EVAL self END Draw;
PROCEDURE Make(): Shape =
  BEGIN
    RETURN NEW(Shape, draw := Draw);
  END Make;`,
  },
  M3655: {
    wrong: `
TYPE Shape = OBJECT METHODS draw() END;
PROCEDURE Draw(self: Shape; colour: INTEGER) = BEGIN EVAL self; EVAL colour END Draw;
VAR s := NEW(Shape, draw := Draw);`,
    right: `
TYPE Shape = OBJECT METHODS draw(colour: INTEGER) END;
PROCEDURE Draw(self: Shape; colour: INTEGER) = BEGIN EVAL self; EVAL colour END Draw;
VAR s := NEW(Shape, draw := Draw);`,
  },
  M3656: {
    wrong: `
TYPE Point = RECORD x, y := 0 END;
VAR p := NEW(REF Point, 1, 2);`,
    right: `
TYPE Point = RECORD x, y := 0 END;
VAR p := NEW(REF Point, x := 1, y := 2);`,
  },
};
