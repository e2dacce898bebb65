INTERFACE InstructionSeq = Sequence(Instruction) END InstructionSeq.
