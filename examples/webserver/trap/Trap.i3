INTERFACE Trap;

(* The fence between an application and the kernel: the application calls only this interface, and each
   call is one crossing. "Extended" is for calls that only an extension knows. *)

IMPORT Net;

PROCEDURE Accept(): Net.T;
PROCEDURE ReadFile(name: TEXT): TEXT;
PROCEDURE Send(connection: Net.T; data: TEXT);

PROCEDURE Request(connection: Net.T): TEXT;
(* Looks into what "Accept" has already brought over; no crossing. *)

PROCEDURE Call(number: INTEGER; argument: REFANY): REFANY;
(* Call number "number"; crosses once and raises "Extended". *)

PROCEDURE Extended(number: INTEGER; argument: REFANY): REFANY;
(* Nobody here handles it: NIL. Extensions install handlers with a guard on "number". *)

PROCEDURE Crossings(): CARDINAL;
(* Crossings since the last question. *)

END Trap.
