INTERFACE Domain;

(* A "Domain.T" is a first-class, unforgeable name space of code: a set of extensions, and of other domains.

   Abstract state of a domain "d":
     "extensions(d)"  the extensions in it and, in turn, in its members;
     "exports(d)"     the interfaces that those implement;
     "imports(d)"     the interfaces that those use, each unresolved or bound to an extension;
     "rights(d)"      what this capability allows: to modify, to import.
   Each extension is in one of these states: created, linked, initialised, destroyed. *)

IMPORT Auth, RTCode;

TYPE T <: REFANY;

<*IMPLICIT*>
EXCEPTION Error(TEXT);
(* What is wrong with code, a link or the use of a capability; the text starts with a code ("K1102: ..."). *)

<*EXTERNAL*>
PROCEDURE Create(name: TEXT; code: REF ARRAY OF CHAR; collectable: BOOLEAN := TRUE): T;
(* A new domain with both rights. With "code = NIL" it is empty; else "code" is a ".spx" file, which is verified and
   becomes the domain's extension, in the state created, all imports unresolved.
   "Error" if it does not pass. "collectable" is accepted and ignored: domains live until they are destroyed. *)

<*EXTERNAL*>
PROCEDURE CreateFromModule(name: TEXT; module: RTCode.Module): T;
(* A domain for the extension that "module" is part of, which must be the caller's own: "Error" for the module of another. *)

<*EXTERNAL*>
PROCEDURE Resolve(mapper, mappee: T);
(* Bind each unresolved import of "mappee" that "mapper" exports. Needs the right to import from "mapper", and to modify
   "mappee". "Error" if an interface is not the one that "mappee" was compiled against, or an authorizer refuses. *)

<*EXTERNAL*>
PROCEDURE Unresolve(mapper, mappee: T);
(* Undo "Resolve". "Error" if an extension of "mappee" that uses "mapper" is past the state created. *)

<*EXTERNAL*>
PROCEDURE Add(container, element: T);
(* Make "element" a member of "container". "Error" if "container" is "element" or in it. *)

<*EXTERNAL*>
PROCEDURE Delete(container, element: T);
(* "element" is no member of "container" any more. What is bound stays bound. *)

<*EXTERNAL*>
PROCEDURE Dup(domain: T): T;
(* Another capability for the same domain. It has the same rights, which then change apart. *)

<*EXTERNAL*>
PROCEDURE GetRights(domain: T; VAR modify: BOOLEAN; VAR import: BOOLEAN);

<*EXTERNAL*>
PROCEDURE SetRights(domain: T; modify: BOOLEAN; import: BOOLEAN);
(* Give up rights. A right that was given up does not come back: asking for it is an "Error". *)

<*EXTERNAL*>
PROCEDURE AddAuthorizer(domain: T; auth: Auth.T);
(* From now on nobody is linked against an extension that is in "domain" at this moment unless
   "auth.authorize(NIL, d)" is TRUE, "d" being the domain that wants to import. Needs the right to modify. *)

<*EXTERNAL*>
PROCEDURE AddTypeAuthorizer(domain: T; typename: TEXT; auth: Auth.T);
(* The same for links that use the opaque type "typename" ("Interface.Type"). *)

<*EXTERNAL*>
PROCEDURE PreventExportOfInterfaces(domain: T);
(* Extensions of "domain" stay as they are for those that are bound to them, but nobody else can be linked against them. *)

<*EXTERNAL*>
PROCEDURE FullyResolved(domain: T): BOOLEAN;
(* Is every import of every extension bound? *)

<*EXTERNAL*>
PROCEDURE Initialize(domain: T): BOOLEAN;
(* Link the extensions, and what they import, and run their unit bodies, each once, those of imports first.
   FALSE if imports are unresolved. "Error" if the code believes of an import what is not true; an exception that a body
   raises comes out of here. *)

<*EXTERNAL*>
PROCEDURE Destroy(domain: T): BOOLEAN;
(* Uninstall what the domain's own extensions have installed, terminate their strands, take their names away and give
   back their memory, as far as nobody refers to it any more. Their procedures raise "ProtectionFault" from now on.
   FALSE if this was done before. Needs the right to modify. *)

<*EXTERNAL*>
PROCEDURE Name(domain: T): TEXT;

TYPE
  Closure = OBJECT METHODS
    apply(d: T): BOOLEAN;  (* FALSE ends the iteration *)
  END;

<*EXTERNAL*>
PROCEDURE Apply(domain: T; cl: Closure): BOOLEAN;
(* Call "cl.apply" for "domain" and all domains in it, each once. The last answer. *)

TYPE
  InterfaceClosure = OBJECT METHODS
    apply(name: TEXT): BOOLEAN;  (* FALSE ends the iteration *)
  END;

<*EXTERNAL*>
PROCEDURE ApplyToInterfaces(domain: T; cl: InterfaceClosure): BOOLEAN;
(* Call "cl.apply" with the name of each interface in "exports(domain)". The last answer. *)

CONST Brand = "Domain";

<*EXTERNAL*>
PROCEDURE Equal(k1, k2: T): BOOLEAN;
(* Are they the same capability? *)

END Domain.
