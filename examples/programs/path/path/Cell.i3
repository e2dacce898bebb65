INTERFACE Cell;

(* What a map is made of, as its file spells it. *)

TYPE T = CHAR;

CONST
  Brand = "Cell";

  Wall = '#';
  Floor = '.';
  Mud = '~';       (* a step onto it takes as long as five *)
  Start = '@';
  Goal = '*';
  Keys = SET OF T {'a' .. 'z'};
  Doors = SET OF T {'A' .. 'Z'};    (* open to who has the key of that letter *)

END Cell.
