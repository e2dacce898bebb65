INTERFACE CellGrid = Grid(Cell) END CellGrid.
