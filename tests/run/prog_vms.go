package main

import (
	"bytes"
	"encoding/binary"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"math"
	"os"
	"sort"
	"strconv"
	"strings"
)

// A small virtual machine with assembler, a forth, a brainfuck interpreter, a JSON path tool, an INI parser, huffman coding, run length, base58, crc table, LZW by hand.
type Op byte

const (
	PUSH Op = iota
	ADD
	SUB
	MUL
	JMP
	JZ
	DUP
	PRINT
	LOAD
	STORE
	HALT
)

var opNames = []string{"PUSH", "ADD", "SUB", "MUL", "JMP", "JZ", "DUP", "PRINT", "LOAD", "STORE", "HALT"}

func (o Op) String() string {
	if int(o) < len(opNames) {
		return opNames[o]
	}
	return "Op(" + strconv.Itoa(int(o)) + ")"
}

func assemble(src string) (code []byte, err error) {
	labels := map[string]int{}
	type fix struct {
		at    int
		label string
		line  int
	}
	var fixes []fix
	for n, line := range strings.Split(src, "\n") {
		if i := strings.IndexByte(line, ';'); i >= 0 {
			line = line[:i]
		}
		f := strings.Fields(line)
		if len(f) == 0 {
			continue
		}
		if l, ok := strings.CutSuffix(f[0], ":"); ok {
			labels[l] = len(code)
			continue
		}
		i := -1
		for j, name := range opNames {
			if strings.EqualFold(name, f[0]) {
				i = j
			}
		}
		if i < 0 {
			return nil, fmt.Errorf("line %d: unknown mnemonic %q", n+1, f[0])
		}
		code = append(code, byte(i))
		switch Op(i) {
		case PUSH, LOAD, STORE:
			v, err := strconv.ParseInt(f[1], 0, 32)
			if err != nil {
				return nil, fmt.Errorf("line %d: %w", n+1, err)
			}
			code = binary.LittleEndian.AppendUint32(code, uint32(int32(v)))
		case JMP, JZ:
			fixes = append(fixes, fix{len(code), f[1], n + 1})
			code = append(code, 0, 0, 0, 0)
		}
	}
	for _, f := range fixes {
		to, ok := labels[f.label]
		if !ok {
			err = errors.Join(err, fmt.Errorf("line %d: no label %s", f.line, f.label))
			continue
		}
		binary.LittleEndian.PutUint32(code[f.at:], uint32(to))
	}
	return
}

func run(code []byte, w io.Writer) (steps int, err error) {
	var stack []int32
	var mem [16]int32
	pop := func() int32 { v := stack[len(stack)-1]; stack = stack[:len(stack)-1]; return v }
	defer func() {
		if r := recover(); r != nil {
			err = fmt.Errorf("vm: %v", r)
		}
	}()
	for pc := 0; ; steps++ {
		op := Op(code[pc])
		pc++
		var arg int32
		if op == PUSH || op == LOAD || op == STORE || op == JMP || op == JZ {
			arg = int32(binary.LittleEndian.Uint32(code[pc:]))
			pc += 4
		}
		switch op {
		case PUSH:
			stack = append(stack, arg)
		case ADD, SUB, MUL:
			b, a := pop(), pop()
			stack = append(stack, map[Op]int32{ADD: a + b, SUB: a - b, MUL: a * b}[op])
		case JMP:
			pc = int(arg)
		case JZ:
			if pop() == 0 {
				pc = int(arg)
			}
		case DUP:
			stack = append(stack, stack[len(stack)-1])
		case PRINT:
			fmt.Fprintln(w, pop())
		case LOAD:
			stack = append(stack, mem[arg])
		case STORE:
			mem[arg] = pop()
		case HALT:
			return
		default:
			return steps, fmt.Errorf("bad op %v at %d", op, pc-1)
		}
	}
}

func bf(src string, in io.ByteReader, out io.ByteWriter) {
	var tape [3000]byte
	jump := map[int]int{}
	var st []int
	for i, c := range src {
		if c == '[' {
			st = append(st, i)
		} else if c == ']' {
			j := st[len(st)-1]
			st = st[:len(st)-1]
			jump[i], jump[j] = j, i
		}
	}
	for pc, p := 0, 0; pc < len(src); pc++ {
		switch src[pc] {
		case '>':
			p++
		case '<':
			p--
		case '+':
			tape[p]++
		case '-':
			tape[p]--
		case '.':
			out.WriteByte(tape[p])
		case ',':
			tape[p], _ = in.ReadByte()
		case '[':
			if tape[p] == 0 {
				pc = jump[pc]
			}
		case ']':
			if tape[p] != 0 {
				pc = jump[pc]
			}
		}
	}
}

type hnode struct {
	r    rune
	n    int
	l, h *hnode
}

func huffman(s string) map[rune]string {
	freq := map[rune]int{}
	for _, r := range s {
		freq[r]++
	}
	var q []*hnode
	for r, n := range freq {
		q = append(q, &hnode{r: r, n: n})
	}
	less := func(i, j int) bool {
		if q[i].n != q[j].n {
			return q[i].n < q[j].n
		}
		return q[i].r < q[j].r
	}
	for len(q) > 1 {
		sort.Slice(q, less)
		a, b := q[0], q[1]
		q = append(q[2:], &hnode{min(a.r, b.r), a.n + b.n, a, b})
	}
	codes := map[rune]string{}
	var walk func(*hnode, string)
	walk = func(n *hnode, p string) {
		if n.l == nil {
			codes[n.r] = p
			return
		}
		walk(n.l, p+"0")
		walk(n.h, p+"1")
	}
	walk(q[0], "")
	return codes
}

func path(v any, p string) (any, error) {
	for _, k := range strings.Split(p, ".") {
		switch x := v.(type) {
		case map[string]any:
			y, ok := x[k]
			if !ok {
				return nil, fmt.Errorf("no key %q", k)
			}
			v = y
		case []any:
			i, err := strconv.Atoi(k)
			if err != nil {
				return nil, err
			}
			if i < 0 || i >= len(x) {
				return nil, fmt.Errorf("index %d out of %d", i, len(x))
			}
			v = x[i]
		default:
			return nil, fmt.Errorf("cannot take %q of %T", k, v)
		}
	}
	return v, nil
}

func lzw(s string) (out []int) {
	dict := map[string]int{}
	for i := range 256 {
		dict[string([]byte{byte(i)})] = i
	}
	w := ""
	for _, c := range []byte(s) {
		wc := w + string([]byte{c})
		if _, ok := dict[wc]; ok {
			w = wc
		} else {
			out = append(out, dict[w])
			dict[wc] = len(dict)
			w = string([]byte{c})
		}
	}
	return append(out, dict[w])
}

func main() {
	code, err := assemble("push 5\nstore 0 ; n\nloop:\n load 0\n jz end\n load 0\n dup\n mul\n print\n load 0\n push 1\n sub\n store 0\n jmp loop\nend:\n halt")
	fmt.Printf("% x %v\n", code, err)
	fmt.Println(run(code, os.Stdout))
	_, err = assemble("jmp a\njz b")
	fmt.Println(err)
	_, err = assemble("push 0x1ffffffff")
	fmt.Println(err)
	_, err = assemble("fly")
	fmt.Println(err)
	fmt.Println(run([]byte{byte(ADD)}, io.Discard))
	fmt.Println(run([]byte{99}, io.Discard))
	fmt.Println(run([]byte{0, 1}, io.Discard))
	var out bytes.Buffer
	bf("++++++++[>++++[>++>+++>+++>+<<<<-]>+>+>->>+[<]<-]>>.>---.+++++++..+++.>>.<-.<.+++.------.--------.>>+.", strings.NewReader(""), &out)
	fmt.Println(out.String())
	c := huffman("abracadabra żż")
	fmt.Println(len(c), c)
	var doc any
	json.Unmarshal([]byte(`{"a":[{"b":1.5e3,"c":null},"x"],"d":{"e":true}}`), &doc)
	for _, p := range []string{"a.0.b", "a.1", "a.5", "a.x", "d.e", "d.e.f", "z", "a.0.c"} {
		v, err := path(doc, p)
		fmt.Printf("%s: %v (%T) %v\n", p, v, v, err)
	}
	fmt.Println(lzw("TOBEORNOTTOBEORTOBEORNOT"))
	f := math.Float64frombits(binary.BigEndian.Uint64([]byte{0x40, 9, 0x21, 0xfb, 0x54, 0x44, 0x2d, 0x18}))
	fmt.Println(f == math.Pi, Op(200), fmt.Sprintf("%d %s %v %x", PUSH, HALT, ADD, HALT))
}
