package sha1

func blockGeneric(dig *digest, p []byte)
