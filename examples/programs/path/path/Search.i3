INTERFACE Search;

(* The shortest way, by A*: of the places that are reached, the one is looked at next that may be nearest to the goal. *)

IMPORT Maze, RefList;

TYPE
  Estimate = PROCEDURE(READONLY m: Maze.T; READONLY p: Maze.Place): CARDINAL;
  (* Not more than the length of the way from "p" to the goal. *)

  Result = RECORD
      way: RefList.T := NIL;      (* of REF State.T, from start to goal *)
      length: CARDINAL := 0;
      looked: CARDINAL := 0;      (* at so many places *)
    END;

PROCEDURE Nothing(READONLY m: Maze.T; READONLY p: Maze.Place): CARDINAL;
(* 0: the search of Dijkstra. *)

PROCEDURE Manhattan(READONLY m: Maze.T; READONLY p: Maze.Place): CARDINAL;
(* Rows and columns between. *)

EXCEPTION NoWay(CARDINAL);
(* All places that can be reached, their number. *)

PROCEDURE Find(READONLY m: Maze.T; estimate: Estimate): Result RAISES {NoWay};

END Search.
