INTERFACE ReaderWriterLock;

(* Locks that many readers may hold at a time, or one writer alone. Readers that come while a writer waits let it go first.
   Nobody may lock what he holds already, and a strand that ends while it holds a lock leaves it locked. *)

TYPE T <: REFANY;

PROCEDURE Allocate(): T;

PROCEDURE ReaderLock(rwl: T);
PROCEDURE ReaderTryLock(rwl: T): BOOLEAN;
(* Lock for reading if that needs no waiting; whether it did. *)
PROCEDURE ReaderUnlock(rwl: T);
(* A checked run-time error if no reader holds the lock. *)

PROCEDURE WriterLock(rwl: T);
PROCEDURE WriterTryLock(rwl: T): BOOLEAN;
PROCEDURE WriterUnlock(rwl: T);
(* A checked run-time error if no writer holds the lock. *)

END ReaderWriterLock.
