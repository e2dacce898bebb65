(* Between the public view and the whole truth. *)
INTERFACE ShapeFriend;
IMPORT Shape;
TYPE Public = Shape.Public OBJECT id := 7 METHODS rename (name: TEXT) END;
REVEAL Shape.T <: Public;
END ShapeFriend.
