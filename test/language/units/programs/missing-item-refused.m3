=== errors
=== A.i3 imported
INTERFACE A;
END A.
=== Main.m3
MODULE Main;
FROM A IMPORT X;
(*            ^ M3005: interface A does not declare X *)
BEGIN
END Main.
