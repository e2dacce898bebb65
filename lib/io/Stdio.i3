INTERFACE Stdio;

(* The console as readers and writers. "stdout" is gathered by the machine and shown in order with "stderr";
   nothing is lost when a program ends without a flush. *)

IMPORT Rd, Wr;

VAR
  stdin: Rd.T;
  stdout: Wr.T;
  stderr: Wr.T;
  bufferedStderr: Wr.T;

END Stdio.
