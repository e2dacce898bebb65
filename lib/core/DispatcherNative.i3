INTERFACE DispatcherNative;

(* What the kernel does for "Dispatcher". Bindings, guards and result handlers are numbers here; what creates one gets its object, too, and forgets it with that.
   An INTEGER result is a number or 0 if all went well, and otherwise "-1 - ORD(code)", "code" being the "Dispatcher.ErrorCode". *)

IMPORT RTCode;

TYPE
  Side = {Default, Before, After};
  Closures = REF ARRAY OF REFANY;  (* what the table of an event refers to *)

<*EXTERNAL*>
PROCEDURE Create(object: REFANY; event, guard, handler: PROCANY; guardClosure, handlerClosure: REFANY; first, last, cancel: BOOLEAN; key: REFANY): INTEGER;
<*EXTERNAL*>
PROCEDURE Install(binding: INTEGER; side: Side; other: INTEGER): INTEGER;
<*EXTERNAL*>
PROCEDURE Uninstall(binding: INTEGER): INTEGER;
<*EXTERNAL*>
PROCEDURE IsInstalled(binding: INTEGER): BOOLEAN;
<*EXTERNAL*>
PROCEDURE Original(event: PROCANY): INTEGER;
<*EXTERNAL*>
PROCEDURE Intrinsic(event: PROCANY): PROCANY;
(* The event itself stands for its intrinsic handler. *)
<*EXTERNAL*>
PROCEDURE OriginalObject(event: PROCANY): REFANY;
<*EXTERNAL*>
PROCEDURE SetOriginalObject(event: PROCANY; object: REFANY): INTEGER;
(* If there is none yet. *)
<*EXTERNAL*>
PROCEDURE HandlerCount(event: PROCANY; module: RTCode.Module): INTEGER;
<*EXTERNAL*>
PROCEDURE Handlers(event: PROCANY; into: REFANY): INTEGER;
(* Fills the open array with the bindings' objects; 0 if it is not of the right length. *)
<*EXTERNAL*>
PROCEDURE CheckAuthority(event: PROCANY; module: RTCode.Module): INTEGER;
<*EXTERNAL*>
PROCEDURE UninstallOriginal(event: PROCANY; module: RTCode.Module): INTEGER;
<*EXTERNAL*>
PROCEDURE CreateResults(object: REFANY; event, resultHandler, defaultHandler: PROCANY; resultPtr, resultClosure, defaultClosure: REFANY; module: RTCode.Module): INTEGER;
<*EXTERNAL*>
PROCEDURE CurrentResults(event: PROCANY): REFANY;
<*EXTERNAL*>
PROCEDURE InstallResults(results: INTEGER): INTEGER;
<*EXTERNAL*>
PROCEDURE UninstallResults(results: INTEGER): INTEGER;
<*EXTERNAL*>
PROCEDURE AsynchronousEvent(event: PROCANY; asynchronous: BOOLEAN; module: RTCode.Module): INTEGER;
<*EXTERNAL*>
PROCEDURE AsynchronousHandler(binding: INTEGER; asynchronous: BOOLEAN): INTEGER;
<*EXTERNAL*>
PROCEDURE AuthorizeInterface(auth: REFANY; interface: RTCode.Interface; module: RTCode.Module): INTEGER;
<*EXTERNAL*>
PROCEDURE AuthorizeEvent(auth: REFANY; event: PROCANY; module: RTCode.Module): INTEGER;
<*EXTERNAL*>
PROCEDURE AuthorizeRaise(auth: REFANY; event: PROCANY; module: RTCode.Module): INTEGER;
<*EXTERNAL*>
PROCEDURE CreateGuard(object: REFANY; binding: INTEGER; guard: PROCANY; guardClosure: REFANY; postGuard: PROCANY; postGuardClosure: REFANY): INTEGER;
<*EXTERNAL*>
PROCEDURE InstallGuard(guard: INTEGER): INTEGER;
<*EXTERNAL*>
PROCEDURE UninstallGuard(guard: INTEGER): INTEGER;
<*EXTERNAL*>
PROCEDURE Authorize(binding: INTEGER): INTEGER;
(* Ask without installing. *)
<*EXTERNAL*>
PROCEDURE BeginSwap();
<*EXTERNAL*>
PROCEDURE SwapOut(binding: INTEGER): INTEGER;
<*EXTERNAL*>
PROCEDURE SwapIn(binding: INTEGER): INTEGER;
<*EXTERNAL*>
PROCEDURE SwapGuardOut(guard: INTEGER): INTEGER;
<*EXTERNAL*>
PROCEDURE SwapGuardIn(guard: INTEGER): INTEGER;
<*EXTERNAL*>
PROCEDURE SwapResultsOut(results: INTEGER): INTEGER;
<*EXTERNAL*>
PROCEDURE SwapResultsIn(results: INTEGER): INTEGER;
<*EXTERNAL*>
PROCEDURE EndSwap(): INTEGER;
<*EXTERNAL*>
PROCEDURE Constrain(binding: INTEGER; side: Side; other: INTEGER): INTEGER;
<*EXTERNAL*>
PROCEDURE Unconstrain(binding: INTEGER): INTEGER;
<*EXTERNAL*>
PROCEDURE SetOptions(binding: INTEGER; first, last, cancel: BOOLEAN): INTEGER;
<*EXTERNAL*>
PROCEDURE Options(binding: INTEGER): INTEGER;
(* 1: First, 2: Last, and 4: Cancel. *)
<*EXTERNAL*>
PROCEDURE Position(binding: INTEGER): INTEGER;
(* From 1; 0 if it is not installed. *)
<*EXTERNAL*>
PROCEDURE Alias(event: PROCANY): INTEGER;
<*EXTERNAL*>
PROCEDURE Linear(proc: PROCANY; nArgs: INTEGER; closure: REFANY): INTEGER;
<*EXTERNAL*>
PROCEDURE Procedure(number: INTEGER): PROCANY;
(* What "Alias" and "Linear" have made. *)
<*EXTERNAL*>
PROCEDURE Assign(proc: PROCANY; into: REFANY): INTEGER;
<*EXTERNAL*>
PROCEDURE IsEphemeral(binding: INTEGER): BOOLEAN;
<*EXTERNAL*>
PROCEDURE SetBudget(binding: INTEGER; ticks: CARDINAL; module: RTCode.Module): INTEGER;
<*EXTERNAL*>
PROCEDURE RequireEphemeral(event: PROCANY; required: BOOLEAN; module: RTCode.Module): INTEGER;
<*EXTERNAL*>
PROCEDURE SetIsolation(event: PROCANY; isolated: BOOLEAN; module: RTCode.Module): INTEGER;
<*EXTERNAL*>
PROCEDURE Terminations(binding: INTEGER): CARDINAL;
<*EXTERNAL*>
PROCEDURE Failures(binding: INTEGER): CARDINAL;
<*EXTERNAL*>
PROCEDURE Invocations(binding: INTEGER): CARDINAL;
<*EXTERNAL*>
PROCEDURE LastProblem(): TEXT;

END DispatcherNative.
