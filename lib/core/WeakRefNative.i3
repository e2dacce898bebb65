INTERFACE WeakRefNative;

(* What the kernel does for "WeakRef": weak references by number. *)

IMPORT WeakRef;

<*EXTERNAL*>
PROCEDURE Register(r: REFANY; cell: WeakRef.Cell; p: WeakRef.CleanUpProc): INTEGER;
(* A new weak reference to the object of "r", as long as "cell" is there. "p", if not NIL, gets the address of "cell". *)

<*EXTERNAL*>
PROCEDURE ToRef(id: INTEGER): REFANY;
(* NIL if it is dead. *)

END WeakRefNative.
