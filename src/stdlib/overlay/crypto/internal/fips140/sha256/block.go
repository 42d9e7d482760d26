package sha256

func blockGeneric(dig *Digest, p []byte)
