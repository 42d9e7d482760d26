package binary

type nativeEndian struct {
	littleEndian
}

// NativeEndian is the byte order of the machine, which has the small end first.
var NativeEndian nativeEndian
