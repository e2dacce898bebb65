INTERFACE ByteSeqRep = SequenceRep(Byte, ByteSeq) END ByteSeqRep.
