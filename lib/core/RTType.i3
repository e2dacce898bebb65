INTERFACE RTType;

(* Reference types at run time, by the numbers that "TYPECODE" gives them. What is no typecode of a reference type is a
   checked run-time error in all of these procedures. *)

TYPE Typecode = CARDINAL;

CONST NoSuchType: Typecode = LAST(Typecode);

<*EXTERNAL*>
PROCEDURE MaxTypecode(): Typecode;
(* No type that is known by now has a greater one. *)

<*EXTERNAL*>
PROCEDURE IsSubtype(a, b: Typecode): BOOLEAN;

<*EXTERNAL*>
PROCEDURE Supertype(tc: Typecode): Typecode;
(* That of an object type; "NoSuchType" for ROOT and for what is no object type. *)

<*EXTERNAL*>
PROCEDURE IsTraced(tc: Typecode): BOOLEAN;
(* TRUE: there are no others here. *)

<*EXTERNAL*>
PROCEDURE GetNDimensions(tc: Typecode): CARDINAL;
(* How many open dimensions the array has that it refers to; 0 if it does not refer to an open array. *)

<*EXTERNAL*>
PROCEDURE Name(tc: Typecode): TEXT;
(* For people: "Interface.Type" where an interface has a name for it, else what it is made of. *)

END RTType.
