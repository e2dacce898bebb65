MODULE Params;
BEGIN
  Count := Number();
END Params.
