(* Texts are values whose characters the library reads; equal literals need not be one object. *)
MODULE Main;
IMPORT IO, Fmt, Text;
VAR t := "abc"; u := "ab";
BEGIN
  IO.Put(Fmt.Bool(Text.Equal(t, u & "c")) & " "); IO.Put(Fmt.Bool(Text.Equal(t, u)) & " "); IO.Put(Text.Sub(t, 1, 2) & " ");
  IO.Put("\n");
END Main.
