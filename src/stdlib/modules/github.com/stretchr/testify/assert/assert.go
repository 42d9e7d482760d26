// Package assert checks in tests and goes on: a subset of github.com/stretchr/testify/assert.
package assert

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"math"
	"os"
	"reflect"
	"regexp"
	"runtime"
	"runtime/debug"
	"slices"
	"strings"
	"time"
	"unicode"
	"unicode/utf8"

	"github.com/stretchr/testify/internal/dump"
)

// TestingT is what a *testing.T can do.
type TestingT interface {
	Errorf(format string, args ...any)
}

// The kinds of functions that tables of tests have.
type (
	ComparisonAssertionFunc func(TestingT, any, any, ...any) bool
	ValueAssertionFunc      func(TestingT, any, ...any) bool
	BoolAssertionFunc       func(TestingT, bool, ...any) bool
	ErrorAssertionFunc      func(TestingT, error, ...any) bool
	PanicAssertionFunc      func(TestingT, PanicTestFunc, ...any) bool
	// Comparison is a condition.
	Comparison func() (success bool)
	// PanicTestFunc may panic.
	PanicTestFunc func()
)

// AnError is an error for tests that need one.
var AnError = errors.New("assert.AnError general error for testing")

type helper interface{ Helper() }
type failer interface{ FailNow() }

func help(t TestingT) {
	if h, ok := t.(helper); ok {
		h.Helper()
	}
}

// CallerInfo returns the places in test code that led here, innermost first.
func CallerInfo() []string {
	var callers []string
	for i := 0; ; i++ {
		pc, file, line, ok := runtime.Caller(i)
		if !ok {
			break
		}
		name := runtime.FuncForPC(pc).Name()
		if name == "testing.tRunner" {
			break
		}
		if !strings.Contains(name, "github.com/stretchr/testify/") {
			callers = append(callers, fmt.Sprintf("%s:%d", file, line))
		}
		name = name[strings.LastIndexByte(name, '.')+1:]
		if isTest(name, "Test") || isTest(name, "Benchmark") || isTest(name, "Example") {
			break
		}
	}
	return callers
}

func isTest(name, prefix string) bool {
	rest, ok := strings.CutPrefix(name, prefix)
	r, _ := utf8.DecodeRuneInString(rest)
	return ok && (rest == "" || !unicode.IsLower(r))
}

func message(msgAndArgs []any) string {
	switch len(msgAndArgs) {
	case 0:
		return ""
	case 1:
		if text, ok := msgAndArgs[0].(string); ok {
			return text
		}
		return fmt.Sprintf("%+v", msgAndArgs[0])
	}
	return fmt.Sprintf(msgAndArgs[0].(string), msgAndArgs[1:]...)
}

// Fail fails the test and says why.
func Fail(t TestingT, failureMessage string, msgAndArgs ...any) bool {
	help(t)
	content := [][2]string{{"Error Trace", strings.Join(CallerInfo(), "\n\t\t\t")}, {"Error", failureMessage}}
	if n, ok := t.(interface{ Name() string }); ok {
		content = append(content, [2]string{"Test", n.Name()})
	}
	if text := message(msgAndArgs); text != "" {
		content = append(content, [2]string{"Messages", text})
	}
	longest := 0
	for _, c := range content {
		longest = max(longest, len(c[0]))
	}
	var b strings.Builder
	for _, c := range content {
		text := strings.TrimSuffix(c[1], "\n")
		text = strings.ReplaceAll(text, "\n", "\n\t"+strings.Repeat(" ", longest+1)+"\t")
		b.WriteString("\t" + c[0] + ":" + strings.Repeat(" ", longest-len(c[0])) + "\t" + text + "\n")
	}
	t.Errorf("\n%s", b.String())
	return false
}

// FailNow fails the test, says why and ends it.
func FailNow(t TestingT, failureMessage string, msgAndArgs ...any) bool {
	help(t)
	Fail(t, failureMessage, msgAndArgs...)
	if f, ok := t.(failer); ok {
		f.FailNow()
	} else {
		panic("test failed and t is missing `FailNow()`")
	}
	return false
}

// ObjectsAreEqual compares by reflect.DeepEqual, and lists of bytes by what they hold.
func ObjectsAreEqual(expected, actual any) bool {
	if expected == nil || actual == nil {
		return expected == actual
	}
	exp, ok := expected.([]byte)
	if !ok {
		return reflect.DeepEqual(expected, actual)
	}
	act, ok := actual.([]byte)
	if !ok {
		return false
	}
	if exp == nil || act == nil {
		return exp == nil && act == nil
	}
	return bytes.Equal(exp, act)
}

// ObjectsAreEqualValues also says yes if one can be converted to the other's type and nothing is lost.
func ObjectsAreEqualValues(expected, actual any) bool {
	if ObjectsAreEqual(expected, actual) {
		return true
	}
	e, a := reflect.ValueOf(expected), reflect.ValueOf(actual)
	if !e.IsValid() || !a.IsValid() || !e.Type().ConvertibleTo(a.Type()) {
		return false
	}
	if !isNumeric(e.Kind()) || !isNumeric(a.Kind()) {
		return reflect.DeepEqual(e.Convert(a.Type()).Interface(), actual)
	}
	if e.Type().Size() >= a.Type().Size() {
		return a.Convert(e.Type()).Interface() == expected
	}
	return e.Convert(a.Type()).Interface() == actual
}

func isNumeric(k reflect.Kind) bool { return k >= reflect.Int && k <= reflect.Complex128 }

func isFunction(v any) bool { return v != nil && reflect.TypeOf(v).Kind() == reflect.Func }

func validateEqualArgs(expected, actual any) error {
	if isFunction(expected) || isFunction(actual) {
		return errors.New("cannot take func type as argument")
	}
	return nil
}

func unequal(expected, actual any) (e, a string) {
	if reflect.TypeOf(expected) != reflect.TypeOf(actual) {
		return fmt.Sprintf("%T(%#v)", expected, expected), fmt.Sprintf("%T(%#v)", actual, actual)
	}
	if _, ok := expected.(time.Duration); ok {
		return fmt.Sprint(expected), fmt.Sprint(actual)
	}
	return fmt.Sprintf("%#v", expected), fmt.Sprintf("%#v", actual)
}

func diff(expected, actual any) string {
	if expected == nil || actual == nil || reflect.TypeOf(expected) != reflect.TypeOf(actual) {
		return ""
	}
	t := reflect.TypeOf(expected)
	if t.Kind() == reflect.Pointer {
		t = t.Elem()
	}
	var e, a string
	switch {
	case reflect.TypeOf(expected).Kind() == reflect.String:
		e, a = reflect.ValueOf(expected).String(), reflect.ValueOf(actual).String()
	case slices.Contains([]reflect.Kind{reflect.Struct, reflect.Map, reflect.Slice, reflect.Array}, t.Kind()):
		e, a = dump.Value(expected), dump.Value(actual)
	default:
		return ""
	}
	return "\n\nDiff:\n" + dump.Diff(e, a)
}

// Equal asserts that both are equal by ObjectsAreEqual.
func Equal(t TestingT, expected, actual any, msgAndArgs ...any) bool {
	help(t)
	if err := validateEqualArgs(expected, actual); err != nil {
		return Fail(t, fmt.Sprintf("Invalid operation: %#v == %#v (%s)", expected, actual, err), msgAndArgs...)
	}
	if !ObjectsAreEqual(expected, actual) {
		d := diff(expected, actual)
		e, a := unequal(expected, actual)
		return Fail(t, fmt.Sprintf("Not equal: \nexpected: %s\nactual  : %s%s", e, a, d), msgAndArgs...)
	}
	return true
}

// NotEqual asserts that both are not equal by ObjectsAreEqual.
func NotEqual(t TestingT, expected, actual any, msgAndArgs ...any) bool {
	help(t)
	if err := validateEqualArgs(expected, actual); err != nil {
		return Fail(t, fmt.Sprintf("Invalid operation: %#v != %#v (%s)", expected, actual, err), msgAndArgs...)
	}
	if ObjectsAreEqual(expected, actual) {
		return Fail(t, fmt.Sprintf("Should not be: %#v\n", actual), msgAndArgs...)
	}
	return true
}

// EqualValues asserts that both are equal by ObjectsAreEqualValues.
func EqualValues(t TestingT, expected, actual any, msgAndArgs ...any) bool {
	help(t)
	if !ObjectsAreEqualValues(expected, actual) {
		d := diff(expected, actual)
		e, a := unequal(expected, actual)
		return Fail(t, fmt.Sprintf("Not equal: \nexpected: %s\nactual  : %s%s", e, a, d), msgAndArgs...)
	}
	return true
}

// NotEqualValues asserts that both are not equal by ObjectsAreEqualValues.
func NotEqualValues(t TestingT, expected, actual any, msgAndArgs ...any) bool {
	help(t)
	if ObjectsAreEqualValues(expected, actual) {
		return Fail(t, fmt.Sprintf("Should not be: %#v\n", actual), msgAndArgs...)
	}
	return true
}

// Exactly asserts that both are equal and of the same type.
func Exactly(t TestingT, expected, actual any, msgAndArgs ...any) bool {
	help(t)
	if e, a := reflect.TypeOf(expected), reflect.TypeOf(actual); e != a {
		return Fail(t, fmt.Sprintf("Types expected to match exactly\n\t%v != %v", e, a), msgAndArgs...)
	}
	return Equal(t, expected, actual, msgAndArgs...)
}

// Same asserts that both are the same pointer.
func Same(t TestingT, expected, actual any, msgAndArgs ...any) bool {
	help(t)
	same, ok := same(expected, actual)
	if !ok {
		return Fail(t, "Both arguments must be pointers", msgAndArgs...)
	}
	if !same {
		return Fail(t, fmt.Sprintf("Not same: \nexpected: %p %#[1]v\nactual  : %p %#[2]v", expected, actual), msgAndArgs...)
	}
	return true
}

// NotSame asserts that both are not the same pointer.
func NotSame(t TestingT, expected, actual any, msgAndArgs ...any) bool {
	help(t)
	same, ok := same(expected, actual)
	if !ok {
		return !Fail(t, "Both arguments must be pointers", msgAndArgs...)
	}
	if same {
		return Fail(t, fmt.Sprintf("Expected and actual point to the same object: %p %#[1]v", expected), msgAndArgs...)
	}
	return true
}

func same(first, second any) (same, ok bool) {
	if reflect.ValueOf(first).Kind() != reflect.Pointer || reflect.ValueOf(second).Kind() != reflect.Pointer {
		return false, false
	}
	return reflect.TypeOf(first) == reflect.TypeOf(second) && first == second, true
}

func isNil(object any) bool {
	if object == nil {
		return true
	}
	switch v := reflect.ValueOf(object); v.Kind() {
	case reflect.Chan, reflect.Func, reflect.Interface, reflect.Map, reflect.Pointer, reflect.Slice, reflect.UnsafePointer:
		return v.IsNil()
	}
	return false
}

// Nil asserts that it is nil, or an interface that holds nil.
func Nil(t TestingT, object any, msgAndArgs ...any) bool {
	help(t)
	return isNil(object) || Fail(t, fmt.Sprintf("Expected nil, but got: %#v", object), msgAndArgs...)
}

// NotNil asserts that it is not nil.
func NotNil(t TestingT, object any, msgAndArgs ...any) bool {
	help(t)
	return !isNil(object) || Fail(t, "Expected value not to be nil.", msgAndArgs...)
}

func isEmpty(object any) bool {
	if object == nil {
		return true
	}
	switch v := reflect.ValueOf(object); v.Kind() {
	case reflect.Chan, reflect.Map, reflect.Slice:
		return v.Len() == 0
	case reflect.Pointer:
		return v.IsNil() || isEmpty(v.Elem().Interface())
	default:
		return v.IsZero()
	}
}

// Empty asserts that it is the zero value, or has no elements.
func Empty(t TestingT, object any, msgAndArgs ...any) bool {
	help(t)
	return isEmpty(object) || Fail(t, fmt.Sprintf("Should be empty, but was %v", object), msgAndArgs...)
}

// NotEmpty asserts that it is not Empty.
func NotEmpty(t TestingT, object any, msgAndArgs ...any) bool {
	help(t)
	return !isEmpty(object) || Fail(t, fmt.Sprintf("Should NOT be empty, but was %v", object), msgAndArgs...)
}

// Zero asserts that it is the zero value of its type.
func Zero(t TestingT, i any, msgAndArgs ...any) bool {
	help(t)
	return isZero(i) || Fail(t, fmt.Sprintf("Should be zero, but was %v", i), msgAndArgs...)
}

// NotZero asserts that it is not the zero value of its type.
func NotZero(t TestingT, i any, msgAndArgs ...any) bool {
	help(t)
	return !isZero(i) || Fail(t, fmt.Sprintf("Should not be zero, but was %v", i), msgAndArgs...)
}

func isZero(i any) bool {
	return i == nil || reflect.DeepEqual(i, reflect.Zero(reflect.TypeOf(i)).Interface())
}

func length(object any) (n int, ok bool) {
	v := reflect.ValueOf(object)
	switch v.Kind() {
	case reflect.Pointer:
		if v.Type().Elem().Kind() != reflect.Array {
			return 0, false
		}
	case reflect.Array, reflect.Chan, reflect.Map, reflect.Slice, reflect.String:
	default:
		return 0, false
	}
	return v.Len(), true
}

// Len asserts that it has so many elements.
func Len(t TestingT, object any, length_ int, msgAndArgs ...any) bool {
	help(t)
	n, ok := length(object)
	if !ok {
		return Fail(t, fmt.Sprintf("\"%v\" could not be applied builtin len()", object), msgAndArgs...)
	}
	if n != length_ {
		return Fail(t, fmt.Sprintf("\"%v\" should have %d item(s), but has %d", object, length_, n), msgAndArgs...)
	}
	return true
}

// True asserts that it is true.
func True(t TestingT, value bool, msgAndArgs ...any) bool {
	help(t)
	return value || Fail(t, "Should be true", msgAndArgs...)
}

// False asserts that it is false.
func False(t TestingT, value bool, msgAndArgs ...any) bool {
	help(t)
	return !value || Fail(t, "Should be false", msgAndArgs...)
}

func contains(list, element any) (ok, found bool) {
	v := reflect.ValueOf(list)
	switch v.Kind() {
	case reflect.String:
		e := reflect.ValueOf(element)
		if e.Kind() != reflect.String {
			return false, false
		}
		return true, strings.Contains(v.String(), e.String())
	case reflect.Map:
		for _, key := range v.MapKeys() {
			if ObjectsAreEqual(key.Interface(), element) {
				return true, true
			}
		}
		return true, false
	case reflect.Slice, reflect.Array:
		for i := range v.Len() {
			if ObjectsAreEqual(v.Index(i).Interface(), element) {
				return true, true
			}
		}
		return true, false
	}
	return false, false
}

// Contains asserts that a text, a list or the keys of a map have it.
func Contains(t TestingT, s, contains_ any, msgAndArgs ...any) bool {
	help(t)
	ok, found := contains(s, contains_)
	if !ok {
		return Fail(t, fmt.Sprintf("%#v could not be applied builtin len()", s), msgAndArgs...)
	}
	return found || Fail(t, fmt.Sprintf("%#v does not contain %#v", s, contains_), msgAndArgs...)
}

// NotContains asserts that a text, a list or the keys of a map do not have it.
func NotContains(t TestingT, s, contains_ any, msgAndArgs ...any) bool {
	help(t)
	ok, found := contains(s, contains_)
	if !ok {
		return Fail(t, fmt.Sprintf("%#v could not be applied builtin len()", s), msgAndArgs...)
	}
	return !found || Fail(t, fmt.Sprintf("%#v should not contain %#v", s, contains_), msgAndArgs...)
}

// The first element of a list, or of a map with its key, that the other one lacks.
func lacks(list, subset any) (what any, lacks bool, why string) {
	l, s := reflect.ValueOf(list), reflect.ValueOf(subset)
	for _, v := range []reflect.Value{l, s} {
		if k := v.Kind(); k != reflect.Array && k != reflect.Slice && k != reflect.Map {
			return nil, false, fmt.Sprintf("%q has an unsupported type %s", v, k)
		}
	}
	if s.Kind() == reflect.Map && l.Kind() == reflect.Map {
		for _, key := range s.MapKeys() {
			is := l.MapIndex(key)
			if !is.IsValid() || !ObjectsAreEqual(is.Interface(), s.MapIndex(key).Interface()) {
				return subset, true, ""
			}
		}
		return nil, false, ""
	}
	check := func(element any) bool { _, found := contains(list, element); return found }
	if s.Kind() == reflect.Map {
		for _, key := range s.MapKeys() {
			if !check(key.Interface()) {
				return key.Interface(), true, ""
			}
		}
		return nil, false, ""
	}
	for i := range s.Len() {
		if element := s.Index(i).Interface(); !check(element) {
			return element, true, ""
		}
	}
	return nil, false, ""
}

// Subset asserts that a list has all elements of another one.
func Subset(t TestingT, list, subset any, msgAndArgs ...any) bool {
	help(t)
	if subset == nil {
		return true
	}
	what, lacks, why := lacks(list, subset)
	if why != "" {
		return Fail(t, why, msgAndArgs...)
	}
	return !lacks || Fail(t, fmt.Sprintf("%#v does not contain %#v", list, what), msgAndArgs...)
}

// NotSubset asserts that a list has not all elements of another one.
func NotSubset(t TestingT, list, subset any, msgAndArgs ...any) bool {
	help(t)
	if subset == nil {
		return Fail(t, "nil is the empty set which is a subset of every set", msgAndArgs...)
	}
	_, lacks, why := lacks(list, subset)
	if why != "" {
		return Fail(t, why, msgAndArgs...)
	}
	return lacks || Fail(t, fmt.Sprintf("%q is a subset of %q", subset, list), msgAndArgs...)
}

// ElementsMatch asserts that two lists have the same elements, in any order.
func ElementsMatch(t TestingT, listA, listB any, msgAndArgs ...any) bool {
	help(t)
	if isEmpty(listA) && isEmpty(listB) {
		return true
	}
	a, b := reflect.ValueOf(listA), reflect.ValueOf(listB)
	for _, v := range []reflect.Value{a, b} {
		if k := v.Kind(); k != reflect.Array && k != reflect.Slice {
			return Fail(t, fmt.Sprintf("%q has an unsupported type %s, expecting array or slice", v, k), msgAndArgs...)
		}
	}
	var extraA, extraB []any
	used := make([]bool, b.Len())
next:
	for i := range a.Len() {
		for j := range b.Len() {
			if !used[j] && ObjectsAreEqual(b.Index(j).Interface(), a.Index(i).Interface()) {
				used[j] = true
				continue next
			}
		}
		extraA = append(extraA, a.Index(i).Interface())
	}
	for j, used := range used {
		if !used {
			extraB = append(extraB, b.Index(j).Interface())
		}
	}
	if len(extraA) == 0 && len(extraB) == 0 {
		return true
	}
	text := "elements differ"
	if len(extraA) > 0 {
		text += "\n\nextra elements in list A:\n" + dump.Value(extraA)
	}
	if len(extraB) > 0 {
		text += "\n\nextra elements in list B:\n" + dump.Value(extraB)
	}
	return Fail(t, text+"\n\nlistA:\n"+dump.Value(listA)+"\n\nlistB:\n"+dump.Value(listB), msgAndArgs...)
}

// Condition asserts that a function says yes.
func Condition(t TestingT, comp Comparison, msgAndArgs ...any) bool {
	help(t)
	return comp() || Fail(t, "Condition failed!", msgAndArgs...)
}

func didPanic(f PanicTestFunc) (did bool, value any, stack string) {
	did = true
	defer func() {
		value = recover()
		if did {
			stack = string(debug.Stack())
		}
	}()
	f()
	did = false
	return
}

// Panics asserts that a function panics.
func Panics(t TestingT, f PanicTestFunc, msgAndArgs ...any) bool {
	help(t)
	did, value, _ := didPanic(f)
	return did || Fail(t, fmt.Sprintf("func %#v should panic\n\tPanic value:\t%#v", f, value), msgAndArgs...)
}

// PanicsWithValue asserts that a function panics with this value.
func PanicsWithValue(t TestingT, expected any, f PanicTestFunc, msgAndArgs ...any) bool {
	help(t)
	did, value, stack := didPanic(f)
	if !did {
		return Fail(t, fmt.Sprintf("func %#v should panic\n\tPanic value:\t%#v", f, value), msgAndArgs...)
	}
	if !ObjectsAreEqual(expected, value) {
		return Fail(t, fmt.Sprintf("func %#v should panic with value:\t%#v\n\tPanic value:\t%#v\n\tPanic stack:\t%s", f, expected, value, stack), msgAndArgs...)
	}
	return true
}

// PanicsWithError asserts that a function panics with an error of this text.
func PanicsWithError(t TestingT, errString string, f PanicTestFunc, msgAndArgs ...any) bool {
	help(t)
	did, value, stack := didPanic(f)
	if !did {
		return Fail(t, fmt.Sprintf("func %#v should panic\n\tPanic value:\t%#v", f, value), msgAndArgs...)
	}
	if err, ok := value.(error); !ok || err.Error() != errString {
		return Fail(t, fmt.Sprintf("func %#v should panic with error message:\t%#v\n\tPanic value:\t%#v\n\tPanic stack:\t%s", f, errString, value, stack), msgAndArgs...)
	}
	return true
}

// NotPanics asserts that a function does not panic.
func NotPanics(t TestingT, f PanicTestFunc, msgAndArgs ...any) bool {
	help(t)
	did, value, stack := didPanic(f)
	return !did || Fail(t, fmt.Sprintf("func %#v should not panic\n\tPanic value:\t%v\n\tPanic stack:\t%s", f, value, stack), msgAndArgs...)
}

// WithinDuration asserts that two times are not further apart.
func WithinDuration(t TestingT, expected, actual time.Time, delta time.Duration, msgAndArgs ...any) bool {
	help(t)
	if d := expected.Sub(actual); d < -delta || d > delta {
		return Fail(t, fmt.Sprintf("Max difference between %v and %v allowed is %v, but difference was %v", expected, actual, delta, d), msgAndArgs...)
	}
	return true
}

// WithinRange asserts that a time is not before one and not after another one.
func WithinRange(t TestingT, actual, start, end time.Time, msgAndArgs ...any) bool {
	help(t)
	switch {
	case end.Before(start):
		return Fail(t, "Start should be before end", msgAndArgs...)
	case actual.Before(start):
		return Fail(t, fmt.Sprintf("Time %v expected to be in time range %v to %v, but is before the range", actual, start, end), msgAndArgs...)
	case actual.After(end):
		return Fail(t, fmt.Sprintf("Time %v expected to be in time range %v to %v, but is after the range", actual, start, end), msgAndArgs...)
	}
	return true
}

func float(x any) (float64, bool) {
	v := reflect.ValueOf(x)
	switch {
	case v.CanInt():
		return float64(v.Int()), true
	case v.CanUint():
		return float64(v.Uint()), true
	case v.CanFloat():
		return v.Float(), true
	}
	return 0, false
}

// InDelta asserts that two numbers are not further apart.
func InDelta(t TestingT, expected, actual any, delta float64, msgAndArgs ...any) bool {
	help(t)
	e, ok := float(expected)
	a, ok2 := float(actual)
	switch {
	case !ok || !ok2:
		return Fail(t, "Parameters must be numerical", msgAndArgs...)
	case math.IsNaN(e) && math.IsNaN(a):
		return true
	case math.IsNaN(e):
		return Fail(t, "Expected must not be NaN", msgAndArgs...)
	case math.IsNaN(a):
		return Fail(t, fmt.Sprintf("Expected %v with delta %v, but was NaN", expected, delta), msgAndArgs...)
	}
	if d := e - a; d < -delta || d > delta {
		return Fail(t, fmt.Sprintf("Max difference between %v and %v allowed is %v, but difference was %v", expected, actual, delta, d), msgAndArgs...)
	}
	return true
}

// InEpsilon asserts that two numbers differ by no more than this part of the first.
func InEpsilon(t TestingT, expected, actual any, epsilon float64, msgAndArgs ...any) bool {
	help(t)
	e, ok := float(expected)
	a, ok2 := float(actual)
	switch {
	case math.IsNaN(epsilon):
		return Fail(t, "epsilon must not be NaN", msgAndArgs...)
	case !ok || !ok2:
		return Fail(t, "Parameters must be numerical", msgAndArgs...)
	case math.IsNaN(e) && math.IsNaN(a):
		return true
	case math.IsNaN(e):
		return Fail(t, "expected value must not be NaN", msgAndArgs...)
	case e == 0:
		return Fail(t, "expected value must have a value other than zero to calculate the relative error", msgAndArgs...)
	case math.IsNaN(a):
		return Fail(t, "actual value must not be NaN", msgAndArgs...)
	}
	if is := math.Abs(e-a) / math.Abs(e); is > epsilon {
		return Fail(t, fmt.Sprintf("Relative error is too high: %#v (expected)\n        < %#v (actual)", epsilon, is), msgAndArgs...)
	}
	return true
}

// NoError asserts that there is no error.
func NoError(t TestingT, err error, msgAndArgs ...any) bool {
	help(t)
	return err == nil || Fail(t, fmt.Sprintf("Received unexpected error:\n%+v", err), msgAndArgs...)
}

// Error asserts that there is an error.
func Error(t TestingT, err error, msgAndArgs ...any) bool {
	help(t)
	return err != nil || Fail(t, "An error is expected but got nil.", msgAndArgs...)
}

// EqualError asserts that there is an error with this text.
func EqualError(t TestingT, theError error, errString string, msgAndArgs ...any) bool {
	help(t)
	if !Error(t, theError, msgAndArgs...) {
		return false
	}
	if is := theError.Error(); is != errString {
		return Fail(t, fmt.Sprintf("Error message not equal:\nexpected: %q\nactual  : %q", errString, is), msgAndArgs...)
	}
	return true
}

// ErrorContains asserts that there is an error whose text has this in it.
func ErrorContains(t TestingT, theError error, contains string, msgAndArgs ...any) bool {
	help(t)
	if !Error(t, theError, msgAndArgs...) {
		return false
	}
	if is := theError.Error(); !strings.Contains(is, contains) {
		return Fail(t, fmt.Sprintf("Error %#v does not contain %#v", is, contains), msgAndArgs...)
	}
	return true
}

func each(err error, f func(error)) {
	if err == nil {
		return
	}
	f(err)
	switch e := err.(type) {
	case interface{ Unwrap() error }:
		each(e.Unwrap(), f)
	case interface{ Unwrap() []error }:
		for _, err := range e.Unwrap() {
			each(err, f)
		}
	}
}

func chainOf(err error, types bool) string {
	var texts []string
	each(err, func(err error) {
		text := fmt.Sprintf("%q", err.Error())
		if types {
			text += fmt.Sprintf(" (%T)", err)
		}
		texts = append(texts, text)
	})
	return strings.Join(texts, "\n\t")
}

// ErrorIs asserts that errors.Is says so.
func ErrorIs(t TestingT, err, target error, msgAndArgs ...any) bool {
	help(t)
	if errors.Is(err, target) {
		return true
	}
	expected := ""
	if target != nil {
		expected = target.Error()
	}
	if err == nil {
		return Fail(t, fmt.Sprintf("Expected error with %q in chain but got nil.", expected), msgAndArgs...)
	}
	return Fail(t, fmt.Sprintf("Target error should be in err chain:\nexpected: %q\nin chain: %s", expected, chainOf(err, false)), msgAndArgs...)
}

// NotErrorIs asserts that errors.Is does not say so.
func NotErrorIs(t TestingT, err, target error, msgAndArgs ...any) bool {
	help(t)
	if !errors.Is(err, target) {
		return true
	}
	expected := ""
	if target != nil {
		expected = target.Error()
	}
	return Fail(t, fmt.Sprintf("Target error should not be in err chain:\nfound: %q\nin chain: %s", expected, chainOf(err, false)), msgAndArgs...)
}

// ErrorAs asserts that errors.As finds one for target.
func ErrorAs(t TestingT, err error, target any, msgAndArgs ...any) bool {
	help(t)
	if errors.As(err, target) {
		return true
	}
	expected := reflect.TypeOf(target).Elem()
	if err == nil {
		return Fail(t, fmt.Sprintf("An error is expected but got nil.\nexpected: %s", expected), msgAndArgs...)
	}
	return Fail(t, fmt.Sprintf("Should be in error chain:\nexpected: %s\nin chain: %s", expected, chainOf(err, true)), msgAndArgs...)
}

func matches(rx, str any) bool {
	r, ok := rx.(*regexp.Regexp)
	if !ok {
		r = regexp.MustCompile(fmt.Sprint(rx))
	}
	switch s := str.(type) {
	case []byte:
		return r.Match(s)
	case string:
		return r.MatchString(s)
	}
	return r.MatchString(fmt.Sprint(str))
}

// Regexp asserts that an expression matches.
func Regexp(t TestingT, rx, str any, msgAndArgs ...any) bool {
	help(t)
	return matches(rx, str) || Fail(t, fmt.Sprintf("Expect \"%v\" to match \"%v\"", str, rx), msgAndArgs...)
}

// NotRegexp asserts that an expression does not match.
func NotRegexp(t TestingT, rx, str any, msgAndArgs ...any) bool {
	help(t)
	return !matches(rx, str) || Fail(t, fmt.Sprintf("Expect \"%v\" to NOT match \"%v\"", str, rx), msgAndArgs...)
}

// JSONEq asserts that two texts are the same JSON.
func JSONEq(t TestingT, expected, actual string, msgAndArgs ...any) bool {
	help(t)
	var e, a any
	if err := json.Unmarshal([]byte(expected), &e); err != nil {
		return Fail(t, fmt.Sprintf("Expected value ('%s') is not valid json.\nJSON parsing error: '%s'", expected, err), msgAndArgs...)
	}
	if err := json.Unmarshal([]byte(actual), &a); err != nil {
		return Fail(t, fmt.Sprintf("Input ('%s') needs to be valid json.\nJSON parsing error: '%s'", actual, err), msgAndArgs...)
	}
	return Equal(t, e, a, msgAndArgs...)
}

// IsType asserts that both are of the same type.
func IsType(t TestingT, expectedType, object any, msgAndArgs ...any) bool {
	help(t)
	if reflect.TypeOf(object) != reflect.TypeOf(expectedType) {
		return Fail(t, fmt.Sprintf("Object expected to be of type %T, but was %T", expectedType, object), msgAndArgs...)
	}
	return true
}

// Implements asserts that it has the methods of an interface, given as a pointer to one.
func Implements(t TestingT, interfaceObject, object any, msgAndArgs ...any) bool {
	help(t)
	want := reflect.TypeOf(interfaceObject).Elem()
	if object == nil {
		return Fail(t, fmt.Sprintf("Cannot check if nil implements %v", want), msgAndArgs...)
	}
	return reflect.TypeOf(object).Implements(want) || Fail(t, fmt.Sprintf("%T must implement %v", object, want), msgAndArgs...)
}

// NotImplements asserts that it lacks methods of an interface, given as a pointer to one.
func NotImplements(t TestingT, interfaceObject, object any, msgAndArgs ...any) bool {
	help(t)
	want := reflect.TypeOf(interfaceObject).Elem()
	if object == nil {
		return Fail(t, fmt.Sprintf("Cannot check if nil does not implement %v", want), msgAndArgs...)
	}
	return !reflect.TypeOf(object).Implements(want) || Fail(t, fmt.Sprintf("%T implements %v", object, want), msgAndArgs...)
}

// How two values of a type are ordered.
func order(a, b any) (result int, ok bool) {
	x, y := reflect.ValueOf(a), reflect.ValueOf(b)
	if u, ok := a.(time.Time); ok {
		return u.Compare(b.(time.Time)), true
	}
	if u, ok := a.([]byte); ok {
		return bytes.Compare(u, b.([]byte)), true
	}
	compare := func(less, more bool) (int, bool) {
		if less {
			return -1, true
		} else if more {
			return 1, true
		}
		return 0, true
	}
	switch {
	case x.CanInt():
		return compare(x.Int() < y.Int(), x.Int() > y.Int())
	case x.CanUint():
		return compare(x.Uint() < y.Uint(), x.Uint() > y.Uint())
	case x.CanFloat():
		return compare(x.Float() < y.Float(), x.Float() > y.Float())
	case x.Kind() == reflect.String:
		return strings.Compare(x.String(), y.String()), true
	}
	return 0, false
}

func ordered(t TestingT, e1, e2 any, allowed []int, text string, msgAndArgs []any) bool {
	help(t)
	if reflect.TypeOf(e1) != reflect.TypeOf(e2) {
		return Fail(t, "Elements should be the same type", msgAndArgs...)
	}
	is, ok := order(e1, e2)
	if !ok {
		return Fail(t, fmt.Sprintf("Can not compare type \"%T\"", e1), msgAndArgs...)
	}
	return slices.Contains(allowed, is) || Fail(t, fmt.Sprintf(text, e1, e2), msgAndArgs...)
}

// Greater asserts that the first is greater than the second.
func Greater(t TestingT, e1, e2 any, msgAndArgs ...any) bool {
	help(t)
	return ordered(t, e1, e2, []int{1}, "\"%v\" is not greater than \"%v\"", msgAndArgs)
}

// GreaterOrEqual asserts that the first is not less than the second.
func GreaterOrEqual(t TestingT, e1, e2 any, msgAndArgs ...any) bool {
	help(t)
	return ordered(t, e1, e2, []int{0, 1}, "\"%v\" is not greater than or equal to \"%v\"", msgAndArgs)
}

// Less asserts that the first is less than the second.
func Less(t TestingT, e1, e2 any, msgAndArgs ...any) bool {
	help(t)
	return ordered(t, e1, e2, []int{-1}, "\"%v\" is not less than \"%v\"", msgAndArgs)
}

// LessOrEqual asserts that the first is not greater than the second.
func LessOrEqual(t TestingT, e1, e2 any, msgAndArgs ...any) bool {
	help(t)
	return ordered(t, e1, e2, []int{-1, 0}, "\"%v\" is not less than or equal to \"%v\"", msgAndArgs)
}

// Positive asserts that a number is greater than zero.
func Positive(t TestingT, e any, msgAndArgs ...any) bool {
	help(t)
	return ordered(t, e, reflect.Zero(reflect.TypeOf(e)).Interface(), []int{1}, "\"%v\" is not positive%.0[2]v", msgAndArgs)
}

// Negative asserts that a number is less than zero.
func Negative(t TestingT, e any, msgAndArgs ...any) bool {
	help(t)
	return ordered(t, e, reflect.Zero(reflect.TypeOf(e)).Interface(), []int{-1}, "\"%v\" is not negative%.0[2]v", msgAndArgs)
}

func inOrder(t TestingT, object any, allowed []int, text string, msgAndArgs []any) bool {
	help(t)
	v := reflect.ValueOf(object)
	if v.Kind() != reflect.Slice && v.Kind() != reflect.Array {
		return Fail(t, fmt.Sprintf("object %T is not an ordered collection", object), msgAndArgs...)
	}
	for i := 1; i < v.Len(); i++ {
		a, b := v.Index(i-1).Interface(), v.Index(i).Interface()
		is, ok := order(a, b)
		if !ok {
			return Fail(t, fmt.Sprintf("Can not compare type \"%T\" and \"%T\"", b, a), msgAndArgs...)
		}
		if !slices.Contains(allowed, is) {
			return Fail(t, fmt.Sprintf(text, a, b), msgAndArgs...)
		}
	}
	return true
}

// IsIncreasing asserts that each element is greater than the one before.
func IsIncreasing(t TestingT, object any, msgAndArgs ...any) bool {
	help(t)
	return inOrder(t, object, []int{-1}, "\"%v\" is not less than \"%v\"", msgAndArgs)
}

// IsNonIncreasing asserts that no element is greater than the one before.
func IsNonIncreasing(t TestingT, object any, msgAndArgs ...any) bool {
	help(t)
	return inOrder(t, object, []int{0, 1}, "\"%v\" is not greater than or equal to \"%v\"", msgAndArgs)
}

// IsDecreasing asserts that each element is less than the one before.
func IsDecreasing(t TestingT, object any, msgAndArgs ...any) bool {
	help(t)
	return inOrder(t, object, []int{1}, "\"%v\" is not greater than \"%v\"", msgAndArgs)
}

// IsNonDecreasing asserts that no element is less than the one before.
func IsNonDecreasing(t TestingT, object any, msgAndArgs ...any) bool {
	help(t)
	return inOrder(t, object, []int{-1, 0}, "\"%v\" is not less than or equal to \"%v\"", msgAndArgs)
}

// FileExists asserts that there is such a file.
func FileExists(t TestingT, path string, msgAndArgs ...any) bool {
	help(t)
	info, err := os.Lstat(path)
	switch {
	case os.IsNotExist(err):
		return Fail(t, fmt.Sprintf("unable to find file %q", path), msgAndArgs...)
	case err != nil:
		return Fail(t, fmt.Sprintf("error when running os.Lstat(%q): %s", path, err), msgAndArgs...)
	case info.IsDir():
		return Fail(t, fmt.Sprintf("%q is a directory", path), msgAndArgs...)
	}
	return true
}

// NoFileExists asserts that there is no such file.
func NoFileExists(t TestingT, path string, msgAndArgs ...any) bool {
	help(t)
	info, err := os.Lstat(path)
	return err != nil || info.IsDir() || Fail(t, fmt.Sprintf("file %q exists", path), msgAndArgs...)
}

// DirExists asserts that there is such a folder.
func DirExists(t TestingT, path string, msgAndArgs ...any) bool {
	help(t)
	info, err := os.Lstat(path)
	switch {
	case os.IsNotExist(err):
		return Fail(t, fmt.Sprintf("unable to find file %q", path), msgAndArgs...)
	case err != nil:
		return Fail(t, fmt.Sprintf("error when running os.Lstat(%q): %s", path, err), msgAndArgs...)
	case !info.IsDir():
		return Fail(t, fmt.Sprintf("%q is a file", path), msgAndArgs...)
	}
	return true
}

// NoDirExists asserts that there is no such folder.
func NoDirExists(t TestingT, path string, msgAndArgs ...any) bool {
	help(t)
	info, err := os.Lstat(path)
	return err != nil || !info.IsDir() || Fail(t, fmt.Sprintf("directory %q exists", path), msgAndArgs...)
}

// Eventually asserts that a condition holds within a time, asked for at each tick, in a goroutine of its own.
func Eventually(t TestingT, condition func() bool, waitFor, tick time.Duration, msgAndArgs ...any) bool {
	help(t)
	return within(condition, waitFor, tick) || Fail(t, "Condition never satisfied", msgAndArgs...)
}

// Never asserts that a condition does not hold within a time, asked for at each tick, in a goroutine of its own.
func Never(t TestingT, condition func() bool, waitFor, tick time.Duration, msgAndArgs ...any) bool {
	help(t)
	return !within(condition, waitFor, tick) || Fail(t, "Condition satisfied", msgAndArgs...)
}

func within(condition func() bool, waitFor, tick time.Duration) bool {
	answers := make(chan bool, 1)
	ask := func() { answers <- condition() }
	timer := time.NewTimer(waitFor)
	defer timer.Stop()
	ticker := time.NewTicker(tick)
	defer ticker.Stop()
	go ask()
	var next <-chan time.Time
	for {
		select {
		case <-timer.C:
			return false
		case <-next:
			next = nil
			go ask()
		case yes := <-answers:
			if yes {
				return true
			}
			next = ticker.C
		}
	}
}

// CollectT takes what a condition of EventuallyWithT says.
type CollectT struct {
	errors []error
	failed bool
}

func (c *CollectT) Helper() {}

func (c *CollectT) Errorf(format string, args ...any) {
	c.failed = true
	c.errors = append(c.errors, fmt.Errorf(format, args...))
}

// FailNow ends the condition.
func (c *CollectT) FailNow() {
	c.failed = true
	runtime.Goexit()
}

// EventuallyWithT asserts that a condition holds within a time: that it fails no assertion.
func EventuallyWithT(t TestingT, condition func(collect *CollectT), waitFor, tick time.Duration, msgAndArgs ...any) bool {
	help(t)
	last := make(chan []error, 1)
	ok := within(func() bool {
		c := &CollectT{}
		done := make(chan struct{})
		go func() {
			defer close(done)
			condition(c)
		}()
		<-done
		if c.failed {
			select {
			case <-last:
			default:
			}
			last <- c.errors
		}
		return !c.failed
	}, waitFor, tick)
	if ok {
		return true
	}
	select {
	case errs := <-last:
		for _, err := range errs {
			t.Errorf("%v", err)
		}
	default:
	}
	return Fail(t, "Condition never satisfied", msgAndArgs...)
}
