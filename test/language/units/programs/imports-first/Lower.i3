INTERFACE Lower;
CONST Limit = 9;
VAR n := 0;
END Lower.
