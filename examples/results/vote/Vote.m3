MODULE Vote;

IMPORT Dispatcher, IO;

PROCEDURE Accept(<*UNUSED*> proposal: INTEGER): BOOLEAN =
  BEGIN
    RETURN FALSE;
  END Accept;

PROCEDURE Cost(<*UNUSED*> proposal: INTEGER): INTEGER =
  BEGIN
    RETURN 0;
  END Cost;

PROCEDURE Chair(): TEXT =
  BEGIN
    RETURN "nobody";
  END Chair;

PROCEDURE Or(VAR final: BOOLEAN; this: BOOLEAN; <*UNUSED*> last: BOOLEAN; <*UNUSED*> VAR arg: REFANY; <*UNUSED*> proposal: INTEGER) =
  BEGIN
    final := final OR this;
  END Or;

PROCEDURE Sum(VAR final: INTEGER; this: INTEGER; <*UNUSED*> last: BOOLEAN; <*UNUSED*> VAR arg: REFANY; <*UNUSED*> proposal: INTEGER) =
  BEGIN
    final := final + this;
  END Sum;

PROCEDURE NobodyCares(<*UNUSED*> proposal: INTEGER): INTEGER =
  BEGIN
    RETURN -1;
  END NobodyCares;

PROCEDURE HandOver() =
  BEGIN
    TRY
      Dispatcher.InstallResultHandler(Accept, Or, THIS_MODULE());
      Dispatcher.InstallResultHandler(Cost, Sum, THIS_MODULE());
      Dispatcher.InstallDefaultHandler(Cost, NobodyCares, THIS_MODULE());
      Dispatcher.Uninstall(Dispatcher.GetOriginalHandler(Accept));
      Dispatcher.Uninstall(Dispatcher.GetOriginalHandler(Cost));
      Dispatcher.Uninstall(Dispatcher.GetOriginalHandler(Chair));
    EXCEPT
    | Dispatcher.Error => IO.Put("vote: cannot hand over\n");
    END;
  END HandOver;

BEGIN
END Vote.
