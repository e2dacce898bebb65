INTERFACE Mandelbrot;

PROCEDURE Run(n: INTEGER): INTEGER;
(* The iterations, at most 50 for a point, over "n" by "n" points around the Mandelbrot set. *)

END Mandelbrot.
