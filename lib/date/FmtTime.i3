INTERFACE FmtTime;

(* Dates and times as texts, as the command "date" shows them. *)

IMPORT Date, Time;

CONST
  Month   = ARRAY Date.Month OF TEXT{"Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};
  WeekDay = ARRAY Date.WeekDay OF TEXT{"Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"};

PROCEDURE Long(t: Time.T; z: Date.TimeZone := NIL): TEXT;
(* DateLong(Date.FromTime(t, z)) *)

PROCEDURE Short(t: Time.T; z: Date.TimeZone := NIL): TEXT;
(* DateShort(Date.FromTime(t, z)) *)

PROCEDURE DateLong(READONLY d: Date.T): TEXT;
(* Day of the week, month, day, time, zone and year, like "Thu Jan  1 00:00:00 UTC 1970": the day fills two places with a blank, hours, minutes and seconds two with
   a zero, the year four with blanks. *)

PROCEDURE DateShort(READONLY d: Date.T): TEXT;
(* Month, day and time, like "Jan  1 00:00". *)

END FmtTime.
