INTERFACE InstructionSeqRep = SequenceRep(Instruction, InstructionSeq) END InstructionSeqRep.
