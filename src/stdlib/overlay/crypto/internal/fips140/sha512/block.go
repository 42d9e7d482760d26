package sha512

func blockGeneric(dig *Digest, p []byte)
