INTERFACE Eval;

IMPORT Sx;

PROCEDURE NewScope(outer: Sx.Scope): Sx.Scope;
PROCEDURE Define(scope: Sx.Scope; name: TEXT; value: Sx.T);

PROCEDURE Eval(x: Sx.T; scope: Sx.Scope): Sx.T RAISES {Sx.Error};
(* The value of "x". A call in the last place of a procedure takes no room: loops are written as recursion.

   Special forms: (quote x) (if c x y) (cond (c x...)...) (define n x) (define (n p...) x...) (set! n x)
   (lambda (p...) x...) (let ((n x)...) x...) (begin x...) (and x...) (or x...) *)

PROCEDURE Apply(procedure, arguments: Sx.T): Sx.T RAISES {Sx.Error};

END Eval.
