INTERFACE Mail;

PROCEDURE Arrived(number: INTEGER);

END Mail.
