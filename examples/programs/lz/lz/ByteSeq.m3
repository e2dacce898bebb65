MODULE ByteSeq = Sequence(Byte, ByteSeq, ByteSeqRep) END ByteSeq.
