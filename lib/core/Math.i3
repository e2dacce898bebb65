INTERFACE Math;

(* Elementary functions on LONGREAL, as IEEE 754 and ISO C define them: out of their domain they give NaN, past the
   range infinities. Results are the same on every host up to the last digit. *)

CONST
  Pi      = 3.1415926535897932384626433833D0;
  LogPi   = 1.1447298858494001741434273513D0;
  SqrtPi  = 1.7724538509055160272981674833D0;
  E       = 2.7182818284590452353602874713D0;
  Degree  = 0.017453292519943295769236907684D0;  (* radians in a degree *)

<*EXTERNAL*> FUNCTIONAL PROCEDURE exp(x: LONGREAL): LONGREAL;  (* e to the power "x" *)
<*EXTERNAL*> FUNCTIONAL PROCEDURE expm1(x: LONGREAL): LONGREAL;  (* exp(x) - 1, exact for small "x" *)
<*EXTERNAL*> FUNCTIONAL PROCEDURE log(x: LONGREAL): LONGREAL;  (* the natural logarithm *)
<*EXTERNAL*> FUNCTIONAL PROCEDURE log10(x: LONGREAL): LONGREAL;  (* the logarithm to base 10 *)
<*EXTERNAL*> FUNCTIONAL PROCEDURE log1p(x: LONGREAL): LONGREAL;  (* log(1 + x), exact for small "x" *)
<*EXTERNAL*> FUNCTIONAL PROCEDURE sqrt(x: LONGREAL): LONGREAL;
<*EXTERNAL*> FUNCTIONAL PROCEDURE ceil(x: LONGREAL): LONGREAL;  (* the least whole number not below "x" *)
<*EXTERNAL*> FUNCTIONAL PROCEDURE floor(x: LONGREAL): LONGREAL;  (* the greatest whole number not above "x" *)
<*EXTERNAL*> FUNCTIONAL PROCEDURE rint(x: LONGREAL): LONGREAL;  (* the nearest whole number; of two the even one *)
<*EXTERNAL*> FUNCTIONAL PROCEDURE fabs(x: LONGREAL): LONGREAL;
<*EXTERNAL*> FUNCTIONAL PROCEDURE cos(x: LONGREAL): LONGREAL;
<*EXTERNAL*> FUNCTIONAL PROCEDURE sin(x: LONGREAL): LONGREAL;
<*EXTERNAL*> FUNCTIONAL PROCEDURE tan(x: LONGREAL): LONGREAL;
<*EXTERNAL*> FUNCTIONAL PROCEDURE acos(x: LONGREAL): LONGREAL;
<*EXTERNAL*> FUNCTIONAL PROCEDURE asin(x: LONGREAL): LONGREAL;
<*EXTERNAL*> FUNCTIONAL PROCEDURE atan(x: LONGREAL): LONGREAL;
<*EXTERNAL*> FUNCTIONAL PROCEDURE cosh(x: LONGREAL): LONGREAL;
<*EXTERNAL*> FUNCTIONAL PROCEDURE sinh(x: LONGREAL): LONGREAL;
<*EXTERNAL*> FUNCTIONAL PROCEDURE tanh(x: LONGREAL): LONGREAL;
<*EXTERNAL*> FUNCTIONAL PROCEDURE acosh(x: LONGREAL): LONGREAL;
<*EXTERNAL*> FUNCTIONAL PROCEDURE asinh(x: LONGREAL): LONGREAL;
<*EXTERNAL*> FUNCTIONAL PROCEDURE atanh(x: LONGREAL): LONGREAL;
<*EXTERNAL*> FUNCTIONAL PROCEDURE pow(x, y: LONGREAL): LONGREAL;  (* "x" to the power "y" *)
<*EXTERNAL*> FUNCTIONAL PROCEDURE hypot(x, y: LONGREAL): LONGREAL;  (* sqrt(x * x + y * y) *)
<*EXTERNAL*> FUNCTIONAL PROCEDURE fmod(x, y: LONGREAL): LONGREAL;  (* "x - n * y" with the sign of "x", "n" whole *)
<*EXTERNAL*> FUNCTIONAL PROCEDURE copysign(x, y: LONGREAL): LONGREAL;  (* "x" with the sign of "y" *)
<*EXTERNAL*> FUNCTIONAL PROCEDURE atan2(y, x: LONGREAL): LONGREAL;  (* the angle of the point (x, y) *)

<*EXTERNAL*> PROCEDURE frexp(x: LONGREAL; VAR exp: INTEGER): LONGREAL;
(* "f" with "x = f * 2^exp" and "0.5 <= ABS(f) < 1"; both 0 for 0 *)

<*EXTERNAL*> FUNCTIONAL PROCEDURE ldexp(x: LONGREAL; exp: INTEGER): LONGREAL;
(* x * 2^exp *)

<*EXTERNAL*> PROCEDURE modf(x: LONGREAL; VAR i: LONGREAL): LONGREAL;
(* The fraction of "x", and in "i" its whole part, both with the sign of "x" *)

END Math.
