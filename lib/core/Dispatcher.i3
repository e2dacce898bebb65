INTERFACE Dispatcher;

(* Every procedure that an interface exports is an *event*; calling it *raises* the event.

   Abstract state of an event "e":
     "handlers(e)"    the installed bindings, in the order in which a raise invokes them. At first only the
                      *intrinsic* one: the procedure itself, unguarded;
     "results(e)"     how results become one: a result handler, a default handler, a default result, each or none;
     "authorizers(e)" who is asked before a handler is installed: those of the event and of its interfaces;
     whether it is asynchronous, isolated, and only for EPHEMERAL handlers.
   State of a binding "b": its event, handler, guard and closures, which never change; whether it is installed;
   imposed guards; a time budget; whether it is asynchronous; where it asked to stand.

   A raise goes through "handlers(e)" as it was when the raise began. A handler is invoked if its guards all
   answer TRUE. A guard is a FUNCTIONAL procedure with the event's parameters that returns a BOOLEAN.
   A handler has the event's parameters and result; if it takes by VAR what the event takes by value it is a
   *filter*: handlers and guards after it see what it assigns, the raiser's variables stay as they are.
   A procedure that is given a closure takes it first, and the closure's type must conform; without one, or with NIL, it takes none.
   An event can be a handler of other events, and is raised as such. As a handler of its own it stands for the intrinsic procedure.
   What an event promises in its type (RAISES, EPHEMERAL, FUNCTIONAL) its handlers must keep. Its type is the one that its interfaces
   declare; the procedure itself may promise more.

   "module" is what THIS_MODULE() returns in the module that implements the event: it shows authority.
   Procedures that want it refuse NIL and strangers' with "Error(AuthError)"; and they refuse it when it is shown by another domain
   than its own. So a module may let itself be known to others without giving anything away: what they show is not theirs.

   Guards that compare the same value with constants, such as "port = 80" in one and "port = 25" in another, are not asked one after the
   other: the value is looked up. The value is a parameter, or is computed from parameters (a field, an element, a VIEW).
   It costs the same whether there is one such guard or a thousand. *)

IMPORT Auth, RTCode;

TYPE
  BindingT = OBJECT METHODS
    getEvent(): PROCANY;
    getHandler(): PROCANY;
    getGuard(): PROCANY;
    getHandlerClosure(): REFANY;
    getGuardClosure(): REFANY;
  END;

  ResultHandlersT = OBJECT METHODS
    getResultHandler(): PROCANY;
    getResultClosure(): REFANY;
    getDefaultHandler(): PROCANY;
    getDefaultClosure(): REFANY;
    getDefaultResult(): REFANY;
  END;

  Binding <: BindingT;
  ImposedGuard <: REFANY;
  ResultHandlers <: ResultHandlersT;

  ErrorCode = {InternalError, InvalidProcedure, TypeError, CodeGenerationError, IllegalAsynchEvent, SaveRegsError, AuthError};

  Opt = {First, Last, Cancel};
  Options = SET OF Opt;
  (* First, Last: stand before (behind) all handlers that are installed now.
     Cancel: if this handler is invoked, those after it are not. *)

EXCEPTION Error(ErrorCode);
(* InternalError: not in a state for this, such as installing twice. InvalidProcedure: NIL, no event, not top-level,
   of a domain that was destroyed. TypeError: does not fit the event. AuthError: not authorized. See "LastProblem". *)

CONST DefaultOptions = Options{};

PROCEDURE Create(event, guard, handler: PROCANY; guardClosure, handlerClosure: REFANY := NIL;
                 options: Options := DefaultOptions; key: Auth.Key := NIL): Binding RAISES {Error};
(* A binding, checked but not installed. "guard = NIL": unguarded. *)

PROCEDURE Install(binding: Binding) RAISES {Error};
(* Ask "authorizers(event)", showing the binding's key, then put it among "handlers(event)". *)

PROCEDURE Uninstall(binding: Binding) RAISES {Error};
(* Take it out of "handlers(event)". The intrinsic binding of an event that has authorizers can be taken out only by
   "UninstallOriginalHandler". *)

PROCEDURE InstallHandler(event, guard, handler: PROCANY; guardClosure, handlerClosure: REFANY := NIL;
                         options: Options := DefaultOptions; key: Auth.Key := NIL): Binding RAISES {Error};
(* Create, then Install. *)

PROCEDURE GetHandlers(event: PROCANY; module: RTCode.Module := NIL): REF ARRAY OF Binding RAISES {Error};
(* "handlers(event)". *)

PROCEDURE IsInstalled(binding: Binding): BOOLEAN;

PROCEDURE GetOriginalHandler(event: PROCANY): Binding RAISES {Error};
(* The intrinsic binding, installed or not. *)

PROCEDURE CreateResultHandlers(event: PROCANY; resultHandler, defaultHandler: PROCANY := NIL;
                               resultPtr, resultClosure, defaultClosure: REFANY := NIL;
                               module: RTCode.Module := NIL): ResultHandlers RAISES {Error};
(* "resultHandler" is invoked for each result, with (VAR final: R; this: R; last: BOOLEAN; VAR arg: REFANY; event's
   parameters...): it combines "this" into "final", which begins with R's default value; "arg" begins with NIL and is
   the raise's own. "last" is TRUE for the last result. "defaultHandler", with the event's parameters and result, is
   invoked when no handler was. "resultPtr", a REF R, has the result of a raise for which there is nothing else. *)

PROCEDURE InstallResultHandlers(resultHandlers: ResultHandlers) RAISES {Error};
(* Make them "results(event)". *)

PROCEDURE UninstallResultHandlers(resultHandlers: ResultHandlers) RAISES {Error};

PROCEDURE ImposeResultHandlers(event: PROCANY; resultHandler, defaultHandler: PROCANY := NIL;
                               resultPtr, resultClosure, defaultClosure: REFANY := NIL;
                               module: RTCode.Module := NIL): ResultHandlers RAISES {Error};
(* CreateResultHandlers, then InstallResultHandlers. *)

PROCEDURE InstallResultHandler(event, handler: PROCANY; module: RTCode.Module; closure: REFANY := NIL) RAISES {Error};
PROCEDURE InstallDefaultHandler(event, handler: PROCANY; module: RTCode.Module; closure: REFANY := NIL) RAISES {Error};
PROCEDURE SetDefaultResult(event: PROCANY; resultPtr: REFANY; module: RTCode.Module) RAISES {Error};
(* Change that one part of "results(event)"; NIL takes it away. *)

PROCEDURE SetAsynchronousEvent(event: PROCANY; asynchronous: BOOLEAN; module: RTCode.Module := NIL) RAISES {Error};
(* Each handler runs in a strand of its own; the raiser does not wait. "IllegalAsynchEvent" if a parameter is not a scalar
   passed by value, or if there is a result but no default. *)

PROCEDURE SetAsynchronousHandler(binding: Binding; asynchronous: BOOLEAN) RAISES {Error};
(* The same for one handler. *)

PROCEDURE InstallAuthorizerForInterface(auth: Auth.T; interface: RTCode.Interface; module: RTCode.Module := NIL) RAISES {Error};
(* From now on "auth" is asked for each handler on an event of "interface" (with the binding) and for each domain that
   links against "interface" (with the domain). Replaces an earlier one; NIL takes it away.
   "module" must export the interface. *)

PROCEDURE InstallAuthorizerForEvent(auth: Auth.T; event: PROCANY; module: RTCode.Module := NIL) RAISES {Error};
(* The same for handlers of one event. *)

PROCEDURE CreateImposedGuard(binding: Binding; guardProc: PROCANY := NIL; guardClosure: REFANY := NIL;
                             postGuard: PROCANY := NIL; postGuardClosure: REFANY := NIL): ImposedGuard RAISES {Error};
(* A further guard for a handler; its installer cannot take it away. "guardProc" is evaluated before the handler's own guard,
   "postGuard" after it and before the handler. *)

PROCEDURE InstallGuard(guard: ImposedGuard) RAISES {Error};
PROCEDURE UninstallGuard(guard: ImposedGuard) RAISES {Error};

PROCEDURE ImposeGuard(binding: Binding; guardProc: PROCANY := NIL; guardClosure: REFANY := NIL;
                      postGuard: PROCANY := NIL; postGuardClosure: REFANY := NIL): ImposedGuard RAISES {Error};
(* CreateImposedGuard, then InstallGuard. *)

PROCEDURE AtomicSwap(removeHandlers, addHandlers: REF ARRAY OF Binding := NIL;
                     removeGuards, addGuards: REF ARRAY OF ImposedGuard := NIL;
                     removeResultHandlers, addResultHandlers: REF ARRAY OF ResultHandlers := NIL) RAISES {Error};
(* Uninstall and install, all or nothing; authorizers are asked before. A handler that replaces another of the same event
   stands where that stood. *)

PROCEDURE GetAsynchAlias(event: PROCANY): PROCANY RAISES {Error};
(* A procedure of the event's type that raises it in a strand of its own and does not wait. The event itself is as it was.
   "IllegalAsynchEvent" as for "SetAsynchronousEvent"; a call returns the default result, if there is one to return. *)

PROCEDURE CreateLinear(proc: PROCANY; nArgs: INTEGER; closure: REFANY := NIL): PROCANY RAISES {Error};
(* A procedure of "nArgs" parameters that calls "proc" with the same, after "closure" if that is not NIL. "TypeError" if the numbers do
   not agree, if "proc" does not take "closure" first, or if no loaded extension has a procedure type for what is left.
   The procedure exists as long as the domain of "proc"; its maker's quota of handlers pays for it. *)

(* ------------------------------------------------------------------ additions to SPIN's interface *)

PROCEDURE Assign(proc: PROCANY; into: REFANY) RAISES {Error};
(* "into^ := proc", "into" being a REF to a procedure type: the way from a PROCANY to a procedure that can be called. "TypeError" if
   "proc" is not of that type. *)

PROCEDURE InstallAuthorizerForRaise(auth: Auth.T; event: PROCANY; module: RTCode.Module) RAISES {Error};
(* From now on "auth" is asked for each domain that is to be linked against the event (with the domain, and no key): who does not import it
   cannot raise it, unless somebody who can gives it as a value. Who is linked already stays so. Replaces an earlier one; NIL takes it away. *)

PROCEDURE InstallBefore(binding, other: Binding) RAISES {Error};
PROCEDURE InstallAfter(binding, other: Binding) RAISES {Error};
(* Like "Install", with "binding" right before (behind) "other", which is installed on the same event; and "OrderBefore" ("OrderAfter"). *)

PROCEDURE OrderBefore(binding, other: Binding) RAISES {Error};
PROCEDURE OrderAfter(binding, other: Binding) RAISES {Error};
(* From now on, whenever both are installed, "binding" stands before (after) "other", another one of the same event. What stands
   otherwise is moved. "InternalError", and nothing is changed, if that contradicts other constraints, or asks a First
   handler to stand after one that is not First, or a Last one before one that is not Last. Installing is refused likewise. *)

PROCEDURE ForgetOrder(binding: Binding) RAISES {Error};
(* Give up what was said of "binding" by the four procedures above. *)

PROCEDURE SetOptions(binding: Binding; options: Options) RAISES {Error};
(* As if it had been created with these. If it was installed it stays so, and goes where they say. *)

PROCEDURE GetOptions(binding: Binding): Options RAISES {Error};

PROCEDURE Position(binding: Binding): INTEGER RAISES {Error};
(* Its index in "handlers(event)"; -1 if it is not installed. *)

PROCEDURE UninstallOriginalHandler(event: PROCANY; module: RTCode.Module) RAISES {Error};

PROCEDURE IsEphemeral(binding: Binding): BOOLEAN;
(* Is its handler EPHEMERAL (or FUNCTIONAL)? *)

PROCEDURE SetBudget(binding: Binding; ticks: CARDINAL; module: RTCode.Module) RAISES {Error};
(* From now on an invocation of the handler, which must be EPHEMERAL, is terminated when it has used "ticks" units of fuel
   (about one a loop iteration or call); the raise goes on as if it had not been invoked. It is looked at when a procedure is called, and
   by loops after every thousand units or so. *)

PROCEDURE RequireEphemeral(event: PROCANY; required: BOOLEAN; module: RTCode.Module) RAISES {Error};
(* Admit only EPHEMERAL handlers from now on. *)

PROCEDURE SetIsolation(event: PROCANY; isolated: BOOLEAN; module: RTCode.Module) RAISES {Error};
(* In an isolated event an exception of a handler or of its guard ends that handler only, and is reported; else it reaches the
   raiser. *)

TYPE Statistics = RECORD invocations, terminations, failures: CARDINAL := 0 END;

PROCEDURE GetStatistics(binding: Binding): Statistics;
(* How often the handler was invoked, terminated, and failed in isolation. The intrinsic handler counts only while there are others. *)

PROCEDURE LastProblem(): TEXT;
(* Why the last "Error" was raised, for people. *)

END Dispatcher.
