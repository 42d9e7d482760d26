package testing

import (
	"errors"
	"fmt"
	"math"
	"os"
	"strconv"
	"strings"
)

// Seeds of a fuzz target in the files of a folder.
type corpusFile struct {
	name   string
	values []any
}

func readCorpus(dir string, types []string) (list []corpusFile, err error) {
	files, err := os.ReadDir(dir)
	if os.IsNotExist(err) {
		return nil, nil
	}
	if err != nil {
		return nil, fmt.Errorf("reading seed corpus from testdata: %v", err)
	}
	var wrong []error
	for _, file := range files {
		if file.IsDir() {
			continue
		}
		name := dir + "/" + file.Name()
		text, err := os.ReadFile(name)
		if err != nil {
			return nil, fmt.Errorf("failed to read corpus file: %v", err)
		}
		values, err := corpusValues(string(text))
		if err != nil {
			err = fmt.Errorf("unmarshal: %v", err)
		} else if problem := unfit(values, types); problem != "" {
			err = errors.New(problem)
		}
		if err != nil {
			wrong = append(wrong, fmt.Errorf("%q: %v", name, err))
			continue
		}
		list = append(list, corpusFile{file.Name(), values})
	}
	return list, errors.Join(wrong...)
}

func corpusValues(text string) (values []any, err error) {
	if text == "" {
		return nil, errors.New("cannot unmarshal empty string")
	}
	lines := strings.Split(text, "\n")
	if len(lines) < 2 {
		return nil, errors.New("must include version and at least one value")
	}
	if version := strings.TrimSuffix(lines[0], "\r"); version != "go test fuzz v1" {
		return nil, fmt.Errorf("unknown encoding version: %s", version)
	}
	for _, line := range lines[1:] {
		line = strings.TrimSpace(line)
		if line == "" {
			continue
		}
		v, err := corpusValue(line)
		if err != nil {
			return nil, fmt.Errorf("malformed line %q: %v", line, err)
		}
		values = append(values, v)
	}
	return values, nil
}

// The value of a conversion: type, then a literal in parentheses.
func corpusValue(line string) (any, error) {
	typ, arg, ok := strings.Cut(line, "(")
	if !ok || arg == "" || arg[len(arg)-1] != ')' {
		return nil, errors.New("expected call expression")
	}
	typ, arg = strings.TrimSpace(typ), strings.TrimSpace(arg[:len(arg)-1])
	switch typ {
	case "string":
		return strconv.Unquote(arg)
	case "[]byte":
		s, err := strconv.Unquote(arg)
		return []byte(s), err
	case "bool":
		switch arg {
		case "true":
			return true, nil
		case "false":
			return false, nil
		}
		return nil, errors.New("true or false required for type bool")
	case "byte", "rune":
		if arg != "" && arg[0] == '\'' {
			code, _, rest, err := strconv.UnquoteChar(arg[1:], '\'')
			switch {
			case err != nil:
				return nil, err
			case rest != "'":
				return nil, errors.New("malformed character literal, missing single quotes")
			case typ == "rune":
				return code, nil
			case code >= 256:
				return nil, errors.New("can only encode single byte to a byte type")
			}
			return byte(code), nil
		}
		if typ == "byte" {
			return unsigned[byte](arg, 8)
		}
		return signed[rune](arg, 32)
	case "int":
		return signed[int](arg, 64)
	case "int8":
		return signed[int8](arg, 8)
	case "int16":
		return signed[int16](arg, 16)
	case "int32":
		return signed[int32](arg, 32)
	case "int64":
		return signed[int64](arg, 64)
	case "uint":
		return unsigned[uint](arg, 64)
	case "uint8":
		return unsigned[uint8](arg, 8)
	case "uint16":
		return unsigned[uint16](arg, 16)
	case "uint32":
		return unsigned[uint32](arg, 32)
	case "uint64":
		return unsigned[uint64](arg, 64)
	case "float32":
		v, err := strconv.ParseFloat(arg, 32)
		return float32(v), err
	case "float64":
		return strconv.ParseFloat(arg, 64)
	case "math.Float32frombits":
		bits, err := strconv.ParseUint(arg, 0, 32)
		return math.Float32frombits(uint32(bits)), err
	case "math.Float64frombits":
		bits, err := strconv.ParseUint(arg, 0, 64)
		return math.Float64frombits(bits), err
	}
	return nil, errors.New("expected []byte or primitive type")
}

func signed[T int | int8 | int16 | int32 | int64](arg string, bits int) (any, error) {
	v, err := strconv.ParseInt(arg, 0, bits)
	return T(v), err
}

func unsigned[T uint | uint8 | uint16 | uint32 | uint64](arg string, bits int) (any, error) {
	v, err := strconv.ParseUint(arg, 0, bits)
	return T(v), err
}
