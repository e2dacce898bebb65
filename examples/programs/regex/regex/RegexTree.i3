INTERFACE RegexTree;

(* What a pattern says, as a tree. "Sequence" and "Choice" have the same fields: without their brands they would be one type. *)

IMPORT Regex;

TYPE
  T = OBJECT END;

  Empty = T OBJECT END;
  Set = T OBJECT chars: SET OF CHAR END;
  Edge = T OBJECT end: BOOLEAN END;                 (* of the text: its beginning or its end *)
  Sequence = T BRANDED "Sequence" OBJECT first, second: T END;
  Choice = T BRANDED "Choice" OBJECT first, second: T END;
  Repeat = T OBJECT
      body: T;
      atLeastOnce, atMostOnce, few: BOOLEAN;
    END;
  Group = T OBJECT
      body: T;
      number: CARDINAL;
    END;

PROCEDURE Parse(pattern: TEXT; VAR groups: CARDINAL): T RAISES {Regex.Error};

END RegexTree.
