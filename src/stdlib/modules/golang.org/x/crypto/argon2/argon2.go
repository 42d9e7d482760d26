// Package argon2 derives keys from passwords so that it takes memory: a subset of golang.org/x/crypto/argon2, of which nothing is lacking.
package argon2

// Version is that of Argon2.
const Version = 0x13

// Key derives a key by Argon2i. Memory is in KiB; here the threads work one after the other.
func Key(password, salt []byte, time, memory uint32, threads uint8, keyLen uint32) []byte {
	return derive(1, password, salt, time, memory, threads, keyLen)
}

// IDKey derives a key by Argon2id, which is what passwords should be hashed with. Memory is in KiB.
func IDKey(password, salt []byte, time, memory uint32, threads uint8, keyLen uint32) []byte {
	return derive(2, password, salt, time, memory, threads, keyLen)
}

// More than that is not done in one piece.
const (
	mostMemory = 256 << 10 // KiB
	mostWork   = 1 << 20   // KiB, for all passes
)

func derive(variant int, password, salt []byte, time, memory uint32, threads uint8, keyLen uint32) []byte {
	switch {
	case time < 1:
		panic("argon2: number of rounds too small")
	case threads < 1:
		panic("argon2: parallelism degree too low")
	case memory > mostMemory || uint64(memory)*uint64(time) > mostWork:
		panic("argon2: golanes takes no more than 256 MiB, and 1 GiB in all passes together")
	}
	key := make([]byte, keyLen)
	if !fill(variant, password, salt, time, memory, threads, key) {
		panic("argon2: golanes needs 8 bytes of salt, 4 of key and 8 KiB for each thread")
	}
	// A block of 1 KiB takes about 0.6 µs.
	for range uint64(memory) * uint64(time) / 16 {
		settle()
	}
	return key
}

// Fills the key; whether there is one for such parameters.
func fill(variant int, password, salt []byte, time, memory uint32, threads uint8, key []byte) bool

// Lets 10 µs pass.
func settle()
