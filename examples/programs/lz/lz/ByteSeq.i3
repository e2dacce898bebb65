INTERFACE ByteSeq = Sequence(Byte) END ByteSeq.
