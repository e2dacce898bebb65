INTERFACE QuotaNative;

(* Limits set by those whom the kernel trusts. *)

IMPORT Domain, Quota;

<*EXTERNAL*>
PROCEDURE Set(domain: Domain.T; kind: Quota.Kind; limit: CARDINAL);
(* The limit of each extension in "domain" itself is "limit". *)

END QuotaNative.
