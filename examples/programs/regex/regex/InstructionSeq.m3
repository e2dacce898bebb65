MODULE InstructionSeq = Sequence(Instruction, InstructionSeq, InstructionSeqRep) END InstructionSeq.
