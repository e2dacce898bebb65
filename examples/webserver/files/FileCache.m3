MODULE FileCache;

IMPORT Text;

TYPE
  File = RECORD name, contents: TEXT END;
  Entry = REF RECORD file: File; next: Entry END;

CONST
  Disk = ARRAY OF File{
    File{"/index.html", "<h1>SPIN for today</h1>"},
    File{"/paper.txt", "Extensibility, safety and performance"},
    File{"/empty", ""}
  };

VAR
  cache: Entry := NIL;
  reads := 0;

PROCEDURE Get(name: TEXT): TEXT =
  VAR e := cache;
  BEGIN
    WHILE e # NIL DO
      IF Text.Equal(e.file.name, name) THEN RETURN e.file.contents END;
      e := e.next;
    END;
    INC(reads);
    FOR i := FIRST(Disk) TO LAST(Disk) DO
      IF Text.Equal(Disk[i].name, name) THEN
        cache := NEW(Entry, file := Disk[i], next := cache);
        RETURN Disk[i].contents;
      END;
    END;
    RETURN NIL;
  END Get;

PROCEDURE DiskReads(): CARDINAL =
  BEGIN
    RETURN reads;
  END DiskReads;

BEGIN
END FileCache.
