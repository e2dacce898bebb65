MODULE Search;

IMPORT Cell, IntPQ, Maze, RefList, State, StateRefTbl;

TYPE
  (* A state that was reached; its priority is the length of the way so far plus the estimate of the rest. *)
  Node = IntPQ.Elt OBJECT
      state: State.T;
      length: CARDINAL;
      from: Node;
      done := FALSE;
    END;

  Direction = {North, East, South, West};

  Vector = RECORD rows, columns: [-1 .. 1] END;

CONST
  Steps = ARRAY Direction OF Vector {Vector {-1, 0}, Vector {0, 1}, Vector {1, 0}, Vector {0, -1}};
  MudCost = 5;

PROCEDURE Nothing(<*UNUSED*> READONLY m: Maze.T; <*UNUSED*> READONLY p: Maze.Place): CARDINAL =
  BEGIN
    RETURN 0;
  END Nothing;

PROCEDURE Manhattan(READONLY m: Maze.T; READONLY p: Maze.Place): CARDINAL =
  BEGIN
    RETURN ABS(m.goal.row - p.row) + ABS(m.goal.column - p.column);
  END Manhattan;

PROCEDURE Find(READONLY m: Maze.T; estimate: Estimate): Result RAISES {NoWay} =
  VAR
    queue := NEW(IntPQ.Default).init();
    reached := NEW(StateRefTbl.Default).init(m.grid.rows() * m.grid.columns());
    looked := 0;
    node: Node;

  PROCEDURE Reach(READONLY s: State.T; length: CARDINAL; from: Node) =
    VAR
      known: REFANY;
      priority := length + estimate(m, Maze.Place {s.row, s.column});
      node: Node;
    <*FATAL IntPQ.NotInQueue*>
    BEGIN
      IF reached.get(s, known) THEN
        node := known;
        IF node.done OR node.length <= length THEN RETURN END;
        node.length := length;
        node.from := from;
        queue.change(node, priority);
      ELSE
        node := NEW(Node, state := s, length := length, from := from, priority := priority);
        EVAL reached.put(s, node);
        queue.insert(node);
      END;
    END Reach;

  PROCEDURE LookAround(node: Node) =
    VAR
      s: State.T;
      cell: Cell.T;
      cost: CARDINAL;
    BEGIN
      FOR d := FIRST(Direction) TO LAST(Direction) DO
        WITH
          row = node.state.row + Steps[d].rows,
          column = node.state.column + Steps[d].columns
        DO
          IF Maze.Enters(m, row, column, cell) AND Opens(cell, node.state.keys) THEN
            s := State.T {row, column, node.state.keys};
            IF cell IN Cell.Keys THEN s.keys := s.keys + State.KeySet {cell} END;
            cost := 1;
            IF cell = Cell.Mud THEN cost := MudCost END;
            Reach(s, node.length + cost, node);
          END;
        END;
      END;
    END LookAround;

  BEGIN
    Reach(State.T {m.start.row, m.start.column}, 0, NIL);
    TRY
      LOOP
        node := queue.deleteMin();
        node.done := TRUE;
        INC(looked);
        IF node.state.row = m.goal.row AND node.state.column = m.goal.column THEN EXIT END;
        LookAround(node);
      END;
    EXCEPT
    | IntPQ.Empty => RAISE NoWay(reached.size());
    END;
    RETURN Result {WayTo(node), node.length, looked};
  END Find;

PROCEDURE Opens(cell: Cell.T; READONLY keys: State.KeySet): BOOLEAN =
  BEGIN
    RETURN NOT cell IN Cell.Doors OR VAL(ORD(cell) - ORD('A') + ORD('a'), CHAR) IN keys;
  END Opens;

PROCEDURE WayTo(node: Node): RefList.T =
  VAR
    way: RefList.T := NIL;
    s: REF State.T;
  BEGIN
    WHILE node # NIL DO
      s := NEW(REF State.T);
      s^ := node.state;
      way := RefList.Cons(s, way);
      node := node.from;
    END;
    RETURN way;
  END WayTo;

BEGIN
END Search.
