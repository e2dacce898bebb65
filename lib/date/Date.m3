MODULE Date;

IMPORT Time;

REVEAL TimeZone = BRANDED "Date.TimeZone" REF RECORD name: TEXT; offset: INTEGER END;

CONST
  SecondsADay = 24 * 60 * 60;
  LastYear = 100000000;
  (* From the 1st of March of the year 0 to the 1st of January 1970 *)
  DaysTo1970 = 719468;
  (* From the 1st of January of the year 0 *)
  FirstTime = -719528 * SecondsADay;

PROCEDURE Zone(name: TEXT; offset: INTEGER): TimeZone =
  BEGIN
    RETURN NEW(TimeZone, name := name, offset := offset);
  END Zone;

(* Years begin in March here, so that the odd day of a leap year is their last. A cycle of 400 years has 146097 days; the first days of
   months in such a year lie on the line (153 * m + 2) DIV 5. *)

PROCEDURE FromTime(t: Time.T; z: TimeZone := NIL): T =
  VAR
    d: T;
    seconds, days, cycle, day, year, month: INTEGER;
  BEGIN
    IF z = NIL THEN z := Local END;
    <*ASSERT FLOAT(FirstTime, LONGREAL) <= t AND t < FLOAT(LastYear, LONGREAL) * 3.2D7 WITH "Date.FromTime: out of range"*>
    seconds := FLOOR(t) - z.offset;
    days := seconds DIV SecondsADay;
    seconds := seconds MOD SecondsADay;
    d.hour := seconds DIV 3600;
    d.minute := seconds DIV 60 MOD 60;
    d.second := seconds MOD 60;
    d.weekDay := VAL((days + 4) MOD 7, WeekDay);  (* the 1st of January 1970 was a Thursday *)
    days := days + DaysTo1970;
    cycle := days DIV 146097;
    day := days MOD 146097;
    year := (day - day DIV 1460 + day DIV 36524 - day DIV 146096) DIV 365;
    day := day - (365 * year + year DIV 4 - year DIV 100);
    month := (5 * day + 2) DIV 153;
    d.day := day - (153 * month + 2) DIV 5 + 1;
    d.month := VAL((month + 2) MOD 12, Month);
    d.year := 400 * cycle + year + ORD(month >= 10);
    d.offset := z.offset;
    d.zone := z.name;
    RETURN d;
  END FromTime;

PROCEDURE ToTime(READONLY d: T): Time.T RAISES {Error} =
  VAR
    year, month, day: INTEGER;
  BEGIN
    IF d.year > LastYear OR d.day > Days(d.year, d.month) OR ABS(d.offset) > 1000 * SecondsADay THEN RAISE Error END;
    year := d.year - ORD(d.month <= Month.Feb);
    month := (ORD(d.month) + 10) MOD 12;
    day := year DIV 400 * 146097 + year MOD 400 * 365 + year MOD 400 DIV 4 - year MOD 400 DIV 100;
    day := day + (153 * month + 2) DIV 5 + d.day - 1 - DaysTo1970;
    RETURN FLOAT(day * SecondsADay + d.hour * 3600 + d.minute * 60 + d.second + d.offset, LONGREAL);
  END ToTime;

PROCEDURE Days(year: CARDINAL; month: Month): [28 .. 31] =
  BEGIN
    CASE month OF
    | Month.Feb => RETURN 28 + ORD(year MOD 4 = 0 AND (year MOD 100 # 0 OR year MOD 400 = 0));
    | Month.Apr, Month.Jun, Month.Sep, Month.Nov => RETURN 30;
    ELSE RETURN 31;
    END;
  END Days;

BEGIN
  UTC := Zone("UTC", 0);
  Local := UTC;
END Date.
