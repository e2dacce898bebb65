MODULE RTCollector;

VAR disabled, motionDisabled := 0;

PROCEDURE Disable() =
  BEGIN
    INC(disabled);
  END Disable;

PROCEDURE Enable() =
  BEGIN
    <*ASSERT disabled > 0*>
    DEC(disabled);
  END Enable;

PROCEDURE DisableMotion() =
  BEGIN
    INC(motionDisabled);
  END DisableMotion;

PROCEDURE EnableMotion() =
  BEGIN
    <*ASSERT motionDisabled > 0*>
    DEC(motionDisabled);
  END EnableMotion;

BEGIN
END RTCollector.
