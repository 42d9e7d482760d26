package sha512

// At most so many bytes at once, so that a run can be stopped between.
const most = 64 << 10

func blocks(dig *Digest, p []byte)

func blockGeneric(dig *Digest, p []byte) {
	for len(p) > most {
		blocks(dig, p[:most])
		p = p[most:]
	}
	blocks(dig, p)
}
