INTERFACE SpinTrusted;

(* The domain of all kernel interfaces, those included that could break the rest.
   "SpinPublic" does not show this interface: who gets it was given it. *)

IMPORT Domain;

CONST Brand = "SpinTrusted";

<*EXTERNAL*>
PROCEDURE GetDomain(): Domain.T;
(* A new capability with the right to import only. *)

END SpinTrusted.
