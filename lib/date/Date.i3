INTERFACE Date;

(* Moments as the Gregorian calendar and a clock in some time zone show them. *)

IMPORT Time;

TYPE
  Month = {Jan, Feb, Mar, Apr, May, Jun, Jul, Aug, Sep, Oct, Nov, Dec};
  WeekDay = {Sun, Mon, Tue, Wed, Thu, Fri, Sat};

  T = RECORD
    year: CARDINAL;
    month: Month;
    day: [1 .. 31];
    hour: [0 .. 23];
    minute: [0 .. 59];
    second: [0 .. 59];
    offset: INTEGER;  (* seconds that the clock is behind that of UTC: positive in the west *)
    zone: TEXT;       (* the zone's name *)
    weekDay: WeekDay;
  END;

TYPE TimeZone <: REFANY;

VAR (* CONST *) Local, UTC: TimeZone;
(* The machine keeps UTC: "Local" is a zone of that name. *)

PROCEDURE Zone(name: TEXT; offset: INTEGER): TimeZone;
(* A zone whose clocks are always "offset" seconds behind UTC. *)

PROCEDURE FromTime(t: Time.T; z: TimeZone := NIL): T;
(* What calendar and clock show in "z", or in "Local" if that is NIL, at time "t"; parts of a second are dropped. A time before the year 0 or after
   the year 100 000 000 is a checked run-time error. *)

EXCEPTION Error;

PROCEDURE ToTime(READONLY d: T): Time.T RAISES {Error};
(* The time when a clock "d.offset" seconds behind UTC shows "d"; "zone" and "weekDay" do not count. "Error" if there is no such day, or the year is after
   100 000 000. *)

END Date.
