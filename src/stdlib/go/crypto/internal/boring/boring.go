// Package boring: another implementation of hashes that Go may have been built with; we are not.
package boring

import "hash"

const Enabled = false

func Unreachable() {}

func NewSHA1() hash.Hash                         { panic("boring") }
func NewSHA224() hash.Hash                       { panic("boring") }
func NewSHA256() hash.Hash                       { panic("boring") }
func NewSHA384() hash.Hash                       { panic("boring") }
func NewSHA512() hash.Hash                       { panic("boring") }
func NewHMAC(func() hash.Hash, []byte) hash.Hash { panic("boring") }
func SHA1([]byte) [20]byte                       { panic("boring") }
func SHA224([]byte) [28]byte                     { panic("boring") }
func SHA256([]byte) [32]byte                     { panic("boring") }
func SHA384([]byte) [48]byte                     { panic("boring") }
func SHA512([]byte) [64]byte                     { panic("boring") }
