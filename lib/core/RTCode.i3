INTERFACE RTCode;

(* The kernel's names for code. "THIS_MODULE()" and "INTERFACE_UNIT(I)" are the only ways to get one, so
   a "Module" proves that its holder is, or was trusted by, that module.

   Abstract state: a module exports some interfaces, and defines some procedures;
   an interface exports some procedures. All three are fixed when code is loaded. *)

TYPE
  Module <: REFANY;
  Interface <: REFANY;

<*EXTERNAL*>
PROCEDURE ModuleExportsInterface(m: Module; i: Interface): BOOLEAN;
(* Does "m" implement procedures of "i"? *)

<*EXTERNAL*>
PROCEDURE ModuleImplementsProcedure(m: Module; p: PROCANY): BOOLEAN;
(* Is the intrinsic handler of the event "p" (or "p" itself, if it is no event) a procedure of "m"?
   FALSE for NIL. *)

<*EXTERNAL*>
PROCEDURE ModuleName(m: Module): TEXT;

<*EXTERNAL*>
PROCEDURE InterfaceName(i: Interface): TEXT;

<*EXTERNAL*>
PROCEDURE ProcedureName(p: PROCANY): TEXT;
(* "Unit.Procedure"; NIL for NIL. *)

TYPE
  Iterator = OBJECT METHODS
    apply(p: PROCANY; name: TEXT): BOOLEAN;  (* FALSE ends the iteration *)
  END;

<*EXTERNAL*>
PROCEDURE IterateOnProceduresInInterface(i: Interface; iter: Iterator);
(* Call "iter.apply" for each procedure that "i" declares, in the order of declaration; not for events of which an authority says who may
   raise them ("Dispatcher.InstallAuthorizerForRaise"). *)

<*EXTERNAL*>
PROCEDURE IterateOnProceduresInModule(m: Module; iter: Iterator);
(* Call "iter.apply" for each top-level procedure of "m", in the order of declaration. *)

END RTCode.
