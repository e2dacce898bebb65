INTERFACE Base;
VAR zero := 1;
END Base.
