(* 2.3.8 FINALLY parts nest as deeply as one likes, and what ended the first part goes on after all of them. *)
MODULE Main;
IMPORT IO, Fmt;
EXCEPTION E(INTEGER);
VAR n := 0;
PROCEDURE S(t: TEXT) = BEGIN IO.Put(t & " ") END S;
PROCEDURE F(how: INTEGER): INTEGER RAISES {E} =
  BEGIN
    LOOP
    TRY S("a") FINALLY
     TRY S("b") FINALLY
      TRY S("c") FINALLY
       TRY S("d"); FINALLY
        TRY S("e");
          CASE how OF 0 => | 1 => RETURN 7 | 2 => RAISE E(5) | 3 => EXIT | 4 => IF n = 0 THEN n := 1 DIV n END ELSE <*ASSERT FALSE*> END;
        FINALLY
         TRY S("f") FINALLY
          TRY S("g") FINALLY
           TRY S("h"); IF how = 6 THEN RETURN 9 END; FINALLY S("i") END
          END
         END
        END
       END
      END
     END
    END;
    S("end"); RETURN 1
    END;
    RETURN 3
  END F;
BEGIN
  FOR i := 0 TO 6 DO
    TRY S(Fmt.Int(F(i))) EXCEPT E(v) => S("E" & Fmt.Int(v)) ELSE S("fault") END;
    IO.Put("\n")
  END
END Main.
