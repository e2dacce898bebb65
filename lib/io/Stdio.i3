INTERFACE Stdio;

(* The console as readers and writers. "stdout" is gathered by the machine and shown in order with "stderr";
   nothing is lost when a program ends without a flush.

   The console speaks UTF-8. What is written appears as the characters that it is, whether CHARs or WIDECHARs. What is typed is read
   as characters, too: "stdin" has "?" for one that is no CHAR, and "Rd.GetWideChar", "Rd.GetText" and "Rd.GetLine" give it as it is.
   A byte of the input that is not UTF-8 is the CHAR with its number. Bytes as they are go through "ConsoleDevice". *)

IMPORT Rd, Wr;

VAR
  stdin: Rd.T;
  stdout: Wr.T;
  stderr: Wr.T;
  bufferedStderr: Wr.T;

END Stdio.
