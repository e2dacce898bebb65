INTERFACE Quota;

(* What each domain may use, so that one that goes wild harms itself alone.

   Abstract state of an extension "e", per kind: a limit, and what of it is used.
     Memory    bytes of its objects, globals, stacks and code constants;
     Strands   that it has at a time;
     Handlers  that its procedures are installed as, at a time;
     Share     percent of the processor, of each 20 ms of virtual time; 100 is no limit;
     Fuel      units of work in its whole life.
   Strands, handlers and work of a domain count for the domain that created it, too; so nobody gets more by dividing.

   Beyond the limit:  Memory  allocation raises "SpinException" as when the machine's memory is used up;
                      Strands, Handlers  the operation raises "Exceeded";
                      Share   its strands wait for their next turn;
                      Fuel    its strands are terminated.
   The operator hears of it, once for each kind. *)

IMPORT Domain;

TYPE
  Kind = {Memory, Strands, Handlers, Share, Fuel};
  Usage = RECORD
    used, limit: CARDINAL;   (* no limit is LAST(CARDINAL); for "Share", "used" is that of the window at hand *)
  END;

<*IMPLICIT*>
EXCEPTION Exceeded(TEXT);
(* Whose limit, and of what. *)

<*EXTERNAL*>
PROCEDURE Get(domain: Domain.T; kind: Kind; VAR usage: Usage);
(* Of the extension in "domain"; of several, their sums, and the least limit. *)

<*EXTERNAL*>
PROCEDURE Lower(domain: Domain.T; kind: Kind; limit: CARDINAL);
(* Let the limit of each extension in "domain" itself be no more than "limit". What is in use stays. Needs the right to modify.
   Raising limits is for the operator ("spin run --quota") and the trusted interface "QuotaNative". *)

END Quota.
