package sha3

func keccakF1600Generic(da *[200]byte)
