INTERFACE Middle;
IMPORT Lower;
TYPE T = [0 .. Lower.Limit];
END Middle.
