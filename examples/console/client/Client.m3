MODULE Client EXPORTS Main;

IMPORT Console, IO;

VAR
  console := Console.Open();
  answer: TEXT;

BEGIN
  IO.Put("client: raising Console.Write\n");
  Console.Write(console, "hello there");
  Console.Write(console, "hello again");
  Console.Read(console, answer);
  IO.Put("client: " & answer & "\n");
  Console.Close(console);
  Console.Write(console, "too late");
END Client.
