MODULE CellGrid = Grid(Cell) END CellGrid.
