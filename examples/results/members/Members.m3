MODULE Members EXPORTS Main;

IMPORT Dispatcher, Fmt, IO, SpinException, Vote;

<*FATAL Dispatcher.Error*>  (* an installation that is refused ends this extension *)

PROCEDURE AcceptsEven(proposal: INTEGER): BOOLEAN =
  BEGIN
    RETURN proposal MOD 2 = 0;
  END AcceptsEven;

PROCEDURE AcceptsLarge(proposal: INTEGER): BOOLEAN =
  BEGIN
    RETURN proposal > 10;
  END AcceptsLarge;

PROCEDURE CostsItself(proposal: INTEGER): INTEGER =
  BEGIN
    RETURN proposal;
  END CostsItself;

PROCEDURE CostsTwice(proposal: INTEGER): INTEGER =
  BEGIN
    RETURN 2 * proposal;
  END CostsTwice;

PROCEDURE Ask(proposal: INTEGER) =
  BEGIN
    IO.Put(
      "proposal " & Fmt.Int(proposal) & ": accepted " & Fmt.Bool(Vote.Accept(proposal)) & ", cost " & Fmt.Int(Vote.Cost(proposal)) & "\n");
  END Ask;

BEGIN
  IO.Put("chair: " & Vote.Chair() & "\n");
  Vote.HandOver();
  IO.Put("cost when nobody is there: " & Fmt.Int(Vote.Cost(7)) & "\n");
  EVAL Dispatcher.InstallHandler(Vote.Accept, NIL, AcceptsEven);
  EVAL Dispatcher.InstallHandler(Vote.Accept, NIL, AcceptsLarge);
  EVAL Dispatcher.InstallHandler(Vote.Cost, NIL, CostsItself);
  EVAL Dispatcher.InstallHandler(Vote.Cost, NIL, CostsTwice);
  Ask(3);
  Ask(4);
  Ask(11);
  TRY
    IO.Put("chair: " & Vote.Chair() & "\n");
  EXCEPT
  | SpinException.Exception(info) =>
      IF info.code = SpinException.ExceptionCode.NoHandlerInvoked THEN
        IO.Put("chair: no handler was invoked\n");
      ELSE
        RAISE SpinException.Exception(info);
      END;
  END;
END Members.
