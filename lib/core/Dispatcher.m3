MODULE Dispatcher;

(* The objects, with what the collector must keep while anybody has them; the work is the kernel's. *)

IMPORT Auth, DispatcherNative, RTCode;

REVEAL
  Binding = BindingT BRANDED "Dispatcher.Binding" OBJECT
    id: INTEGER := 0;
    event, handler, guard: PROCANY := NIL;
    handlerClosure, guardClosure, key: REFANY := NIL;
  OVERRIDES
    getEvent := GetEvent;
    getHandler := GetHandler;
    getGuard := GetGuard;
    getHandlerClosure := GetHandlerClosure;
    getGuardClosure := GetGuardClosure;
  END;

  ImposedGuard = BRANDED "Dispatcher.ImposedGuard" REF RECORD
    id: INTEGER := 0;
    binding: Binding;
    closure, postClosure: REFANY := NIL;
  END;

  ResultHandlers = ResultHandlersT BRANDED "Dispatcher.ResultHandlers" OBJECT
    id: INTEGER := 0;
    resultHandler, defaultHandler: PROCANY := NIL;
    resultClosure, defaultClosure, resultPtr: REFANY := NIL;
  OVERRIDES
    getResultHandler := GetResultHandler;
    getResultClosure := GetResultClosure;
    getDefaultHandler := GetDefaultHandler;
    getDefaultClosure := GetDefaultClosure;
    getDefaultResult := GetDefaultResult;
  END;

PROCEDURE Check(answer: INTEGER): INTEGER RAISES {Error} =
  BEGIN
    IF answer < 0 THEN RAISE Error(VAL(-1 - answer, ErrorCode)) END;
    RETURN answer;
  END Check;

PROCEDURE GetEvent(b: Binding): PROCANY = BEGIN RETURN b.event END GetEvent;
PROCEDURE GetHandler(b: Binding): PROCANY = BEGIN RETURN b.handler END GetHandler;
PROCEDURE GetGuard(b: Binding): PROCANY = BEGIN RETURN b.guard END GetGuard;
PROCEDURE GetHandlerClosure(b: Binding): REFANY = BEGIN RETURN b.handlerClosure END GetHandlerClosure;
PROCEDURE GetGuardClosure(b: Binding): REFANY = BEGIN RETURN b.guardClosure END GetGuardClosure;

PROCEDURE GetResultHandler(r: ResultHandlers): PROCANY = BEGIN RETURN r.resultHandler END GetResultHandler;
PROCEDURE GetResultClosure(r: ResultHandlers): REFANY = BEGIN RETURN r.resultClosure END GetResultClosure;
PROCEDURE GetDefaultHandler(r: ResultHandlers): PROCANY = BEGIN RETURN r.defaultHandler END GetDefaultHandler;
PROCEDURE GetDefaultClosure(r: ResultHandlers): REFANY = BEGIN RETURN r.defaultClosure END GetDefaultClosure;
PROCEDURE GetDefaultResult(r: ResultHandlers): REFANY = BEGIN RETURN r.resultPtr END GetDefaultResult;

(* ------------------------------------------------------------------ handlers *)

PROCEDURE Create(event, guard, handler: PROCANY; guardClosure, handlerClosure: REFANY := NIL;
                 options: Options := DefaultOptions; key: Auth.Key := NIL): Binding RAISES {Error} =
  VAR
    binding := NEW(Binding, event := event, handler := handler, guard := guard,
                   handlerClosure := handlerClosure, guardClosure := guardClosure, key := key);
  BEGIN
    binding.id := Check(DispatcherNative.Create(binding, event, guard, handler, guardClosure, handlerClosure,
                                                Opt.First IN options, Opt.Last IN options, Opt.Cancel IN options, key));
    RETURN binding;
  END Create;

PROCEDURE Install(binding: Binding) RAISES {Error} =
  BEGIN
    EVAL Check(DispatcherNative.Install(binding.id, DispatcherNative.Side.Default, 0));
  END Install;

PROCEDURE InstallBefore(binding, other: Binding) RAISES {Error} =
  BEGIN
    EVAL Check(DispatcherNative.Install(binding.id, DispatcherNative.Side.Before, other.id));
  END InstallBefore;

PROCEDURE InstallAfter(binding, other: Binding) RAISES {Error} =
  BEGIN
    EVAL Check(DispatcherNative.Install(binding.id, DispatcherNative.Side.After, other.id));
  END InstallAfter;

PROCEDURE Uninstall(binding: Binding) RAISES {Error} =
  BEGIN
    EVAL Check(DispatcherNative.Uninstall(binding.id));
  END Uninstall;

PROCEDURE InstallHandler(event, guard, handler: PROCANY; guardClosure, handlerClosure: REFANY := NIL;
                         options: Options := DefaultOptions; key: Auth.Key := NIL): Binding RAISES {Error} =
  VAR binding := Create(event, guard, handler, guardClosure, handlerClosure, options, key);
  BEGIN
    Install(binding);
    RETURN binding;
  END InstallHandler;

PROCEDURE GetHandlers(event: PROCANY; module: RTCode.Module := NIL): REF ARRAY OF Binding RAISES {Error} =
  VAR result: REF ARRAY OF Binding;
  BEGIN
    EVAL GetOriginalHandler(event);
    (* Others may come and go while room is made. *)
    REPEAT
      result := NEW(REF ARRAY OF Binding, Check(DispatcherNative.HandlerCount(event, module)));
    UNTIL Check(DispatcherNative.Handlers(event, result)) = 1;
    RETURN result;
  END GetHandlers;

PROCEDURE IsInstalled(binding: Binding): BOOLEAN =
  BEGIN
    RETURN DispatcherNative.IsInstalled(binding.id);
  END IsInstalled;

(* Its object is made when somebody first wants it. *)
PROCEDURE GetOriginalHandler(event: PROCANY): Binding RAISES {Error} =
  VAR id := Check(DispatcherNative.Original(event));
  BEGIN
    IF DispatcherNative.OriginalObject(event) = NIL THEN
      EVAL Check(DispatcherNative.SetOriginalObject(event,
        NEW(Binding, id := id, event := event, handler := DispatcherNative.Intrinsic(event))));
    END;
    RETURN NARROW(DispatcherNative.OriginalObject(event), Binding);
  END GetOriginalHandler;

PROCEDURE UninstallOriginalHandler(event: PROCANY; module: RTCode.Module) RAISES {Error} =
  BEGIN
    EVAL Check(DispatcherNative.UninstallOriginal(event, module));
  END UninstallOriginalHandler;

(* ------------------------------------------------------------------ results *)

PROCEDURE CreateResultHandlers(event: PROCANY; resultHandler, defaultHandler: PROCANY := NIL;
                               resultPtr, resultClosure, defaultClosure: REFANY := NIL;
                               module: RTCode.Module := NIL): ResultHandlers RAISES {Error} =
  VAR
    results := NEW(ResultHandlers, resultHandler := resultHandler, defaultHandler := defaultHandler,
                   resultPtr := resultPtr, resultClosure := resultClosure, defaultClosure := defaultClosure);
  BEGIN
    results.id := Check(DispatcherNative.CreateResults(results, event, resultHandler, defaultHandler, resultPtr, resultClosure, defaultClosure, module));
    RETURN results;
  END CreateResultHandlers;

PROCEDURE InstallResultHandlers(resultHandlers: ResultHandlers) RAISES {Error} =
  BEGIN
    EVAL Check(DispatcherNative.InstallResults(resultHandlers.id));
  END InstallResultHandlers;

PROCEDURE UninstallResultHandlers(resultHandlers: ResultHandlers) RAISES {Error} =
  BEGIN
    EVAL Check(DispatcherNative.UninstallResults(resultHandlers.id));
  END UninstallResultHandlers;

PROCEDURE ImposeResultHandlers(event: PROCANY; resultHandler, defaultHandler: PROCANY := NIL;
                               resultPtr, resultClosure, defaultClosure: REFANY := NIL;
                               module: RTCode.Module := NIL): ResultHandlers RAISES {Error} =
  VAR results := CreateResultHandlers(event, resultHandler, defaultHandler, resultPtr, resultClosure, defaultClosure, module);
  BEGIN
    InstallResultHandlers(results);
    RETURN results;
  END ImposeResultHandlers;

(* What is in force, or nothing. *)
PROCEDURE Current(event: PROCANY): ResultHandlers =
  VAR object := DispatcherNative.CurrentResults(event);
  BEGIN
    IF object = NIL THEN RETURN NEW(ResultHandlers) END;
    RETURN NARROW(object, ResultHandlers);
  END Current;

PROCEDURE InstallResultHandler(event, handler: PROCANY; module: RTCode.Module; closure: REFANY := NIL) RAISES {Error} =
  VAR now := Current(event);
  BEGIN
    EVAL ImposeResultHandlers(event, handler, now.defaultHandler, now.resultPtr, closure, now.defaultClosure, module);
  END InstallResultHandler;

PROCEDURE InstallDefaultHandler(event, handler: PROCANY; module: RTCode.Module; closure: REFANY := NIL) RAISES {Error} =
  VAR now := Current(event);
  BEGIN
    EVAL ImposeResultHandlers(event, now.resultHandler, handler, now.resultPtr, now.resultClosure, closure, module);
  END InstallDefaultHandler;

PROCEDURE SetDefaultResult(event: PROCANY; resultPtr: REFANY; module: RTCode.Module) RAISES {Error} =
  VAR now := Current(event);
  BEGIN
    EVAL ImposeResultHandlers(event, now.resultHandler, now.defaultHandler, resultPtr, now.resultClosure, now.defaultClosure, module);
  END SetDefaultResult;

(* ------------------------------------------------------------------ asynchrony, authority, guards *)

PROCEDURE SetAsynchronousEvent(event: PROCANY; asynchronous: BOOLEAN; module: RTCode.Module := NIL) RAISES {Error} =
  BEGIN
    EVAL Check(DispatcherNative.AsynchronousEvent(event, asynchronous, module));
  END SetAsynchronousEvent;

PROCEDURE SetAsynchronousHandler(binding: Binding; asynchronous: BOOLEAN) RAISES {Error} =
  BEGIN
    EVAL Check(DispatcherNative.AsynchronousHandler(binding.id, asynchronous));
  END SetAsynchronousHandler;

PROCEDURE InstallAuthorizerForInterface(auth: Auth.T; interface: RTCode.Interface; module: RTCode.Module := NIL) RAISES {Error} =
  BEGIN
    EVAL Check(DispatcherNative.AuthorizeInterface(auth, interface, module));
  END InstallAuthorizerForInterface;

PROCEDURE InstallAuthorizerForEvent(auth: Auth.T; event: PROCANY; module: RTCode.Module := NIL) RAISES {Error} =
  BEGIN
    EVAL Check(DispatcherNative.AuthorizeEvent(auth, event, module));
  END InstallAuthorizerForEvent;

PROCEDURE InstallAuthorizerForRaise(auth: Auth.T; event: PROCANY; module: RTCode.Module) RAISES {Error} =
  BEGIN
    EVAL Check(DispatcherNative.AuthorizeRaise(auth, event, module));
  END InstallAuthorizerForRaise;

PROCEDURE CreateImposedGuard(binding: Binding; guardProc: PROCANY := NIL; guardClosure: REFANY := NIL;
                             postGuard: PROCANY := NIL; postGuardClosure: REFANY := NIL): ImposedGuard RAISES {Error} =
  VAR guard := NEW(ImposedGuard, binding := binding, closure := guardClosure, postClosure := postGuardClosure);
  BEGIN
    guard.id := Check(DispatcherNative.CreateGuard(guard, binding.id, guardProc, guardClosure, postGuard, postGuardClosure));
    RETURN guard;
  END CreateImposedGuard;

PROCEDURE InstallGuard(guard: ImposedGuard) RAISES {Error} =
  BEGIN
    EVAL Check(DispatcherNative.InstallGuard(guard.id));
  END InstallGuard;

PROCEDURE UninstallGuard(guard: ImposedGuard) RAISES {Error} =
  BEGIN
    EVAL Check(DispatcherNative.UninstallGuard(guard.id));
  END UninstallGuard;

PROCEDURE ImposeGuard(binding: Binding; guardProc: PROCANY := NIL; guardClosure: REFANY := NIL;
                      postGuard: PROCANY := NIL; postGuardClosure: REFANY := NIL): ImposedGuard RAISES {Error} =
  VAR guard := CreateImposedGuard(binding, guardProc, guardClosure, postGuard, postGuardClosure);
  BEGIN
    InstallGuard(guard);
    RETURN guard;
  END ImposeGuard;

PROCEDURE AtomicSwap(removeHandlers, addHandlers: REF ARRAY OF Binding := NIL;
                     removeGuards, addGuards: REF ARRAY OF ImposedGuard := NIL;
                     removeResultHandlers, addResultHandlers: REF ARRAY OF ResultHandlers := NIL) RAISES {Error} =
  BEGIN
    IF addHandlers # NIL THEN
      FOR i := 0 TO LAST(addHandlers^) DO
        EVAL Check(DispatcherNative.Authorize(addHandlers[i].id));
      END;
    END;
    DispatcherNative.BeginSwap();
    IF removeHandlers # NIL THEN
      FOR i := 0 TO LAST(removeHandlers^) DO EVAL Check(DispatcherNative.SwapOut(removeHandlers[i].id)) END;
    END;
    IF addHandlers # NIL THEN
      FOR i := 0 TO LAST(addHandlers^) DO EVAL Check(DispatcherNative.SwapIn(addHandlers[i].id)) END;
    END;
    IF removeGuards # NIL THEN
      FOR i := 0 TO LAST(removeGuards^) DO EVAL Check(DispatcherNative.SwapGuardOut(removeGuards[i].id)) END;
    END;
    IF addGuards # NIL THEN
      FOR i := 0 TO LAST(addGuards^) DO EVAL Check(DispatcherNative.SwapGuardIn(addGuards[i].id)) END;
    END;
    IF removeResultHandlers # NIL THEN
      FOR i := 0 TO LAST(removeResultHandlers^) DO
        EVAL Check(DispatcherNative.SwapResultsOut(removeResultHandlers[i].id));
      END;
    END;
    IF addResultHandlers # NIL THEN
      FOR i := 0 TO LAST(addResultHandlers^) DO
        EVAL Check(DispatcherNative.SwapResultsIn(addResultHandlers[i].id));
      END;
    END;
    EVAL Check(DispatcherNative.EndSwap());
  END AtomicSwap;

PROCEDURE GetAsynchAlias(event: PROCANY): PROCANY RAISES {Error} =
  BEGIN
    RETURN DispatcherNative.Procedure(Check(DispatcherNative.Alias(event)));
  END GetAsynchAlias;

PROCEDURE CreateLinear(proc: PROCANY; nArgs: INTEGER; closure: REFANY := NIL): PROCANY RAISES {Error} =
  BEGIN
    RETURN DispatcherNative.Procedure(Check(DispatcherNative.Linear(proc, nArgs, closure)));
  END CreateLinear;

(* ------------------------------------------------------------------ additions *)

PROCEDURE Assign(proc: PROCANY; into: REFANY) RAISES {Error} =
  BEGIN
    EVAL Check(DispatcherNative.Assign(proc, into));
  END Assign;

PROCEDURE OrderBefore(binding, other: Binding) RAISES {Error} =
  BEGIN
    EVAL Check(DispatcherNative.Constrain(binding.id, DispatcherNative.Side.Before, other.id));
  END OrderBefore;

PROCEDURE OrderAfter(binding, other: Binding) RAISES {Error} =
  BEGIN
    EVAL Check(DispatcherNative.Constrain(binding.id, DispatcherNative.Side.After, other.id));
  END OrderAfter;

PROCEDURE ForgetOrder(binding: Binding) RAISES {Error} =
  BEGIN
    EVAL Check(DispatcherNative.Unconstrain(binding.id));
  END ForgetOrder;

PROCEDURE SetOptions(binding: Binding; options: Options) RAISES {Error} =
  BEGIN
    EVAL Check(DispatcherNative.SetOptions(binding.id, Opt.First IN options, Opt.Last IN options, Opt.Cancel IN options));
  END SetOptions;

PROCEDURE GetOptions(binding: Binding): Options RAISES {Error} =
  VAR
    n := Check(DispatcherNative.Options(binding.id));
    options := DefaultOptions;
  BEGIN
    IF n MOD 4 = 1 THEN options := options + Options{Opt.First} END;
    IF n MOD 4 = 2 THEN options := options + Options{Opt.Last} END;
    IF n DIV 4 = 1 THEN options := options + Options{Opt.Cancel} END;
    RETURN options;
  END GetOptions;

PROCEDURE Position(binding: Binding): INTEGER RAISES {Error} =
  BEGIN
    RETURN Check(DispatcherNative.Position(binding.id)) - 1;
  END Position;

PROCEDURE IsEphemeral(binding: Binding): BOOLEAN =
  BEGIN
    RETURN DispatcherNative.IsEphemeral(binding.id);
  END IsEphemeral;

PROCEDURE SetBudget(binding: Binding; ticks: CARDINAL; module: RTCode.Module) RAISES {Error} =
  BEGIN
    EVAL Check(DispatcherNative.SetBudget(binding.id, ticks, module));
  END SetBudget;

PROCEDURE RequireEphemeral(event: PROCANY; required: BOOLEAN; module: RTCode.Module) RAISES {Error} =
  BEGIN
    EVAL Check(DispatcherNative.RequireEphemeral(event, required, module));
  END RequireEphemeral;

PROCEDURE SetIsolation(event: PROCANY; isolated: BOOLEAN; module: RTCode.Module) RAISES {Error} =
  BEGIN
    EVAL Check(DispatcherNative.SetIsolation(event, isolated, module));
  END SetIsolation;

PROCEDURE GetStatistics(binding: Binding): Statistics =
  BEGIN
    RETURN Statistics{
      invocations := DispatcherNative.Invocations(binding.id),
      terminations := DispatcherNative.Terminations(binding.id),
      failures := DispatcherNative.Failures(binding.id)};
  END GetStatistics;

PROCEDURE LastProblem(): TEXT =
  BEGIN
    RETURN DispatcherNative.LastProblem();
  END LastProblem;

BEGIN
END Dispatcher.
