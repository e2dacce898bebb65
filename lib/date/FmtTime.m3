MODULE FmtTime;

IMPORT Date, Fmt, Time;

PROCEDURE Long(t: Time.T; z: Date.TimeZone := NIL): TEXT =
  BEGIN
    RETURN DateLong(Date.FromTime(t, z));
  END Long;

PROCEDURE Short(t: Time.T; z: Date.TimeZone := NIL): TEXT =
  BEGIN
    RETURN DateShort(Date.FromTime(t, z));
  END Short;

PROCEDURE DateLong(READONLY d: Date.T): TEXT =
  BEGIN
    RETURN WeekDay[d.weekDay] & " " & DateShort(d) & ":" & TwoDigits(d.second) & " " & d.zone & " " & Fmt.Pad(Fmt.Int(d.year), 4);
  END DateLong;

PROCEDURE DateShort(READONLY d: Date.T): TEXT =
  BEGIN
    RETURN Month[d.month] & " " & Fmt.Pad(Fmt.Int(d.day), 2) & " " & TwoDigits(d.hour) & ":" & TwoDigits(d.minute);
  END DateShort;

PROCEDURE TwoDigits(n: CARDINAL): TEXT =
  BEGIN
    RETURN Fmt.Pad(Fmt.Int(n), 2, '0');
  END TwoDigits;

BEGIN
END FmtTime.
