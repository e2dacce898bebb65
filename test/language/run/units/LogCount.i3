INTERFACE LogCount;
TYPE Entries = ARRAY [1 .. 4] OF RECORD text: TEXT := "none"; n: INTEGER := -1 END;
VAR entries: Entries; last: TEXT := "nothing";
PROCEDURE Last (): TEXT;
END LogCount.
