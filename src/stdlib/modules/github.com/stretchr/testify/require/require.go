// Package require checks in tests and ends them: a subset of github.com/stretchr/testify/require.
package require

import (
	"time"

	"github.com/stretchr/testify/assert"
)

// TestingT is what a *testing.T can do.
type TestingT interface {
	Errorf(format string, args ...any)
	FailNow()
}

// The kinds of functions that tables of tests have.
type (
	ComparisonAssertionFunc func(TestingT, any, any, ...any)
	ValueAssertionFunc      func(TestingT, any, ...any)
	BoolAssertionFunc       func(TestingT, bool, ...any)
	ErrorAssertionFunc      func(TestingT, error, ...any)
	PanicAssertionFunc      func(TestingT, assert.PanicTestFunc, ...any)
)

type helper interface{ Helper() }

func help(t TestingT) {
	if h, ok := t.(helper); ok {
		h.Helper()
	}
}

// These are as those of package assert, but end the test.

func Fail(t TestingT, failureMessage string, msgAndArgs ...any) {
	help(t)
	if !assert.Fail(t, failureMessage, msgAndArgs...) {
		t.FailNow()
	}
}

func Failf(t TestingT, failureMessage string, msg string, args ...any) {
	help(t)
	if !assert.Failf(t, failureMessage, msg, args...) {
		t.FailNow()
	}
}

func FailNow(t TestingT, failureMessage string, msgAndArgs ...any) {
	help(t)
	if !assert.FailNow(t, failureMessage, msgAndArgs...) {
		t.FailNow()
	}
}

func FailNowf(t TestingT, failureMessage string, msg string, args ...any) {
	help(t)
	if !assert.FailNowf(t, failureMessage, msg, args...) {
		t.FailNow()
	}
}

func Equal(t TestingT, expected, actual any, msgAndArgs ...any) {
	help(t)
	if !assert.Equal(t, expected, actual, msgAndArgs...) {
		t.FailNow()
	}
}

func Equalf(t TestingT, expected, actual any, msg string, args ...any) {
	help(t)
	if !assert.Equalf(t, expected, actual, msg, args...) {
		t.FailNow()
	}
}

func NotEqual(t TestingT, expected, actual any, msgAndArgs ...any) {
	help(t)
	if !assert.NotEqual(t, expected, actual, msgAndArgs...) {
		t.FailNow()
	}
}

func NotEqualf(t TestingT, expected, actual any, msg string, args ...any) {
	help(t)
	if !assert.NotEqualf(t, expected, actual, msg, args...) {
		t.FailNow()
	}
}

func EqualValues(t TestingT, expected, actual any, msgAndArgs ...any) {
	help(t)
	if !assert.EqualValues(t, expected, actual, msgAndArgs...) {
		t.FailNow()
	}
}

func EqualValuesf(t TestingT, expected, actual any, msg string, args ...any) {
	help(t)
	if !assert.EqualValuesf(t, expected, actual, msg, args...) {
		t.FailNow()
	}
}

func NotEqualValues(t TestingT, expected, actual any, msgAndArgs ...any) {
	help(t)
	if !assert.NotEqualValues(t, expected, actual, msgAndArgs...) {
		t.FailNow()
	}
}

func NotEqualValuesf(t TestingT, expected, actual any, msg string, args ...any) {
	help(t)
	if !assert.NotEqualValuesf(t, expected, actual, msg, args...) {
		t.FailNow()
	}
}

func Exactly(t TestingT, expected, actual any, msgAndArgs ...any) {
	help(t)
	if !assert.Exactly(t, expected, actual, msgAndArgs...) {
		t.FailNow()
	}
}

func Exactlyf(t TestingT, expected, actual any, msg string, args ...any) {
	help(t)
	if !assert.Exactlyf(t, expected, actual, msg, args...) {
		t.FailNow()
	}
}

func Same(t TestingT, expected, actual any, msgAndArgs ...any) {
	help(t)
	if !assert.Same(t, expected, actual, msgAndArgs...) {
		t.FailNow()
	}
}

func Samef(t TestingT, expected, actual any, msg string, args ...any) {
	help(t)
	if !assert.Samef(t, expected, actual, msg, args...) {
		t.FailNow()
	}
}

func NotSame(t TestingT, expected, actual any, msgAndArgs ...any) {
	help(t)
	if !assert.NotSame(t, expected, actual, msgAndArgs...) {
		t.FailNow()
	}
}

func NotSamef(t TestingT, expected, actual any, msg string, args ...any) {
	help(t)
	if !assert.NotSamef(t, expected, actual, msg, args...) {
		t.FailNow()
	}
}

func Nil(t TestingT, object any, msgAndArgs ...any) {
	help(t)
	if !assert.Nil(t, object, msgAndArgs...) {
		t.FailNow()
	}
}

func Nilf(t TestingT, object any, msg string, args ...any) {
	help(t)
	if !assert.Nilf(t, object, msg, args...) {
		t.FailNow()
	}
}

func NotNil(t TestingT, object any, msgAndArgs ...any) {
	help(t)
	if !assert.NotNil(t, object, msgAndArgs...) {
		t.FailNow()
	}
}

func NotNilf(t TestingT, object any, msg string, args ...any) {
	help(t)
	if !assert.NotNilf(t, object, msg, args...) {
		t.FailNow()
	}
}

func Empty(t TestingT, object any, msgAndArgs ...any) {
	help(t)
	if !assert.Empty(t, object, msgAndArgs...) {
		t.FailNow()
	}
}

func Emptyf(t TestingT, object any, msg string, args ...any) {
	help(t)
	if !assert.Emptyf(t, object, msg, args...) {
		t.FailNow()
	}
}

func NotEmpty(t TestingT, object any, msgAndArgs ...any) {
	help(t)
	if !assert.NotEmpty(t, object, msgAndArgs...) {
		t.FailNow()
	}
}

func NotEmptyf(t TestingT, object any, msg string, args ...any) {
	help(t)
	if !assert.NotEmptyf(t, object, msg, args...) {
		t.FailNow()
	}
}

func Zero(t TestingT, i any, msgAndArgs ...any) {
	help(t)
	if !assert.Zero(t, i, msgAndArgs...) {
		t.FailNow()
	}
}

func Zerof(t TestingT, i any, msg string, args ...any) {
	help(t)
	if !assert.Zerof(t, i, msg, args...) {
		t.FailNow()
	}
}

func NotZero(t TestingT, i any, msgAndArgs ...any) {
	help(t)
	if !assert.NotZero(t, i, msgAndArgs...) {
		t.FailNow()
	}
}

func NotZerof(t TestingT, i any, msg string, args ...any) {
	help(t)
	if !assert.NotZerof(t, i, msg, args...) {
		t.FailNow()
	}
}

func Len(t TestingT, object any, length int, msgAndArgs ...any) {
	help(t)
	if !assert.Len(t, object, length, msgAndArgs...) {
		t.FailNow()
	}
}

func Lenf(t TestingT, object any, length int, msg string, args ...any) {
	help(t)
	if !assert.Lenf(t, object, length, msg, args...) {
		t.FailNow()
	}
}

func True(t TestingT, value bool, msgAndArgs ...any) {
	help(t)
	if !assert.True(t, value, msgAndArgs...) {
		t.FailNow()
	}
}

func Truef(t TestingT, value bool, msg string, args ...any) {
	help(t)
	if !assert.Truef(t, value, msg, args...) {
		t.FailNow()
	}
}

func False(t TestingT, value bool, msgAndArgs ...any) {
	help(t)
	if !assert.False(t, value, msgAndArgs...) {
		t.FailNow()
	}
}

func Falsef(t TestingT, value bool, msg string, args ...any) {
	help(t)
	if !assert.Falsef(t, value, msg, args...) {
		t.FailNow()
	}
}

func Contains(t TestingT, s, contains any, msgAndArgs ...any) {
	help(t)
	if !assert.Contains(t, s, contains, msgAndArgs...) {
		t.FailNow()
	}
}

func Containsf(t TestingT, s, contains any, msg string, args ...any) {
	help(t)
	if !assert.Containsf(t, s, contains, msg, args...) {
		t.FailNow()
	}
}

func NotContains(t TestingT, s, contains any, msgAndArgs ...any) {
	help(t)
	if !assert.NotContains(t, s, contains, msgAndArgs...) {
		t.FailNow()
	}
}

func NotContainsf(t TestingT, s, contains any, msg string, args ...any) {
	help(t)
	if !assert.NotContainsf(t, s, contains, msg, args...) {
		t.FailNow()
	}
}

func Subset(t TestingT, list, subset any, msgAndArgs ...any) {
	help(t)
	if !assert.Subset(t, list, subset, msgAndArgs...) {
		t.FailNow()
	}
}

func Subsetf(t TestingT, list, subset any, msg string, args ...any) {
	help(t)
	if !assert.Subsetf(t, list, subset, msg, args...) {
		t.FailNow()
	}
}

func NotSubset(t TestingT, list, subset any, msgAndArgs ...any) {
	help(t)
	if !assert.NotSubset(t, list, subset, msgAndArgs...) {
		t.FailNow()
	}
}

func NotSubsetf(t TestingT, list, subset any, msg string, args ...any) {
	help(t)
	if !assert.NotSubsetf(t, list, subset, msg, args...) {
		t.FailNow()
	}
}

func ElementsMatch(t TestingT, listA, listB any, msgAndArgs ...any) {
	help(t)
	if !assert.ElementsMatch(t, listA, listB, msgAndArgs...) {
		t.FailNow()
	}
}

func ElementsMatchf(t TestingT, listA, listB any, msg string, args ...any) {
	help(t)
	if !assert.ElementsMatchf(t, listA, listB, msg, args...) {
		t.FailNow()
	}
}

func Condition(t TestingT, comp assert.Comparison, msgAndArgs ...any) {
	help(t)
	if !assert.Condition(t, comp, msgAndArgs...) {
		t.FailNow()
	}
}

func Conditionf(t TestingT, comp assert.Comparison, msg string, args ...any) {
	help(t)
	if !assert.Conditionf(t, comp, msg, args...) {
		t.FailNow()
	}
}

func Panics(t TestingT, f assert.PanicTestFunc, msgAndArgs ...any) {
	help(t)
	if !assert.Panics(t, f, msgAndArgs...) {
		t.FailNow()
	}
}

func Panicsf(t TestingT, f assert.PanicTestFunc, msg string, args ...any) {
	help(t)
	if !assert.Panicsf(t, f, msg, args...) {
		t.FailNow()
	}
}

func PanicsWithValue(t TestingT, expected any, f assert.PanicTestFunc, msgAndArgs ...any) {
	help(t)
	if !assert.PanicsWithValue(t, expected, f, msgAndArgs...) {
		t.FailNow()
	}
}

func PanicsWithValuef(t TestingT, expected any, f assert.PanicTestFunc, msg string, args ...any) {
	help(t)
	if !assert.PanicsWithValuef(t, expected, f, msg, args...) {
		t.FailNow()
	}
}

func PanicsWithError(t TestingT, errString string, f assert.PanicTestFunc, msgAndArgs ...any) {
	help(t)
	if !assert.PanicsWithError(t, errString, f, msgAndArgs...) {
		t.FailNow()
	}
}

func PanicsWithErrorf(t TestingT, errString string, f assert.PanicTestFunc, msg string, args ...any) {
	help(t)
	if !assert.PanicsWithErrorf(t, errString, f, msg, args...) {
		t.FailNow()
	}
}

func NotPanics(t TestingT, f assert.PanicTestFunc, msgAndArgs ...any) {
	help(t)
	if !assert.NotPanics(t, f, msgAndArgs...) {
		t.FailNow()
	}
}

func NotPanicsf(t TestingT, f assert.PanicTestFunc, msg string, args ...any) {
	help(t)
	if !assert.NotPanicsf(t, f, msg, args...) {
		t.FailNow()
	}
}

func WithinDuration(t TestingT, expected, actual time.Time, delta time.Duration, msgAndArgs ...any) {
	help(t)
	if !assert.WithinDuration(t, expected, actual, delta, msgAndArgs...) {
		t.FailNow()
	}
}

func WithinDurationf(t TestingT, expected, actual time.Time, delta time.Duration, msg string, args ...any) {
	help(t)
	if !assert.WithinDurationf(t, expected, actual, delta, msg, args...) {
		t.FailNow()
	}
}

func WithinRange(t TestingT, actual, start, end time.Time, msgAndArgs ...any) {
	help(t)
	if !assert.WithinRange(t, actual, start, end, msgAndArgs...) {
		t.FailNow()
	}
}

func WithinRangef(t TestingT, actual, start, end time.Time, msg string, args ...any) {
	help(t)
	if !assert.WithinRangef(t, actual, start, end, msg, args...) {
		t.FailNow()
	}
}

func InDelta(t TestingT, expected, actual any, delta float64, msgAndArgs ...any) {
	help(t)
	if !assert.InDelta(t, expected, actual, delta, msgAndArgs...) {
		t.FailNow()
	}
}

func InDeltaf(t TestingT, expected, actual any, delta float64, msg string, args ...any) {
	help(t)
	if !assert.InDeltaf(t, expected, actual, delta, msg, args...) {
		t.FailNow()
	}
}

func InEpsilon(t TestingT, expected, actual any, epsilon float64, msgAndArgs ...any) {
	help(t)
	if !assert.InEpsilon(t, expected, actual, epsilon, msgAndArgs...) {
		t.FailNow()
	}
}

func InEpsilonf(t TestingT, expected, actual any, epsilon float64, msg string, args ...any) {
	help(t)
	if !assert.InEpsilonf(t, expected, actual, epsilon, msg, args...) {
		t.FailNow()
	}
}

func NoError(t TestingT, err error, msgAndArgs ...any) {
	help(t)
	if !assert.NoError(t, err, msgAndArgs...) {
		t.FailNow()
	}
}

func NoErrorf(t TestingT, err error, msg string, args ...any) {
	help(t)
	if !assert.NoErrorf(t, err, msg, args...) {
		t.FailNow()
	}
}

func Error(t TestingT, err error, msgAndArgs ...any) {
	help(t)
	if !assert.Error(t, err, msgAndArgs...) {
		t.FailNow()
	}
}

func Errorf(t TestingT, err error, msg string, args ...any) {
	help(t)
	if !assert.Errorf(t, err, msg, args...) {
		t.FailNow()
	}
}

func EqualError(t TestingT, theError error, errString string, msgAndArgs ...any) {
	help(t)
	if !assert.EqualError(t, theError, errString, msgAndArgs...) {
		t.FailNow()
	}
}

func EqualErrorf(t TestingT, theError error, errString string, msg string, args ...any) {
	help(t)
	if !assert.EqualErrorf(t, theError, errString, msg, args...) {
		t.FailNow()
	}
}

func ErrorContains(t TestingT, theError error, contains string, msgAndArgs ...any) {
	help(t)
	if !assert.ErrorContains(t, theError, contains, msgAndArgs...) {
		t.FailNow()
	}
}

func ErrorContainsf(t TestingT, theError error, contains string, msg string, args ...any) {
	help(t)
	if !assert.ErrorContainsf(t, theError, contains, msg, args...) {
		t.FailNow()
	}
}

func ErrorIs(t TestingT, err, target error, msgAndArgs ...any) {
	help(t)
	if !assert.ErrorIs(t, err, target, msgAndArgs...) {
		t.FailNow()
	}
}

func ErrorIsf(t TestingT, err, target error, msg string, args ...any) {
	help(t)
	if !assert.ErrorIsf(t, err, target, msg, args...) {
		t.FailNow()
	}
}

func NotErrorIs(t TestingT, err, target error, msgAndArgs ...any) {
	help(t)
	if !assert.NotErrorIs(t, err, target, msgAndArgs...) {
		t.FailNow()
	}
}

func NotErrorIsf(t TestingT, err, target error, msg string, args ...any) {
	help(t)
	if !assert.NotErrorIsf(t, err, target, msg, args...) {
		t.FailNow()
	}
}

func ErrorAs(t TestingT, err error, target any, msgAndArgs ...any) {
	help(t)
	if !assert.ErrorAs(t, err, target, msgAndArgs...) {
		t.FailNow()
	}
}

func ErrorAsf(t TestingT, err error, target any, msg string, args ...any) {
	help(t)
	if !assert.ErrorAsf(t, err, target, msg, args...) {
		t.FailNow()
	}
}

func Regexp(t TestingT, rx, str any, msgAndArgs ...any) {
	help(t)
	if !assert.Regexp(t, rx, str, msgAndArgs...) {
		t.FailNow()
	}
}

func Regexpf(t TestingT, rx, str any, msg string, args ...any) {
	help(t)
	if !assert.Regexpf(t, rx, str, msg, args...) {
		t.FailNow()
	}
}

func NotRegexp(t TestingT, rx, str any, msgAndArgs ...any) {
	help(t)
	if !assert.NotRegexp(t, rx, str, msgAndArgs...) {
		t.FailNow()
	}
}

func NotRegexpf(t TestingT, rx, str any, msg string, args ...any) {
	help(t)
	if !assert.NotRegexpf(t, rx, str, msg, args...) {
		t.FailNow()
	}
}

func JSONEq(t TestingT, expected, actual string, msgAndArgs ...any) {
	help(t)
	if !assert.JSONEq(t, expected, actual, msgAndArgs...) {
		t.FailNow()
	}
}

func JSONEqf(t TestingT, expected, actual string, msg string, args ...any) {
	help(t)
	if !assert.JSONEqf(t, expected, actual, msg, args...) {
		t.FailNow()
	}
}

func IsType(t TestingT, expectedType, object any, msgAndArgs ...any) {
	help(t)
	if !assert.IsType(t, expectedType, object, msgAndArgs...) {
		t.FailNow()
	}
}

func IsTypef(t TestingT, expectedType, object any, msg string, args ...any) {
	help(t)
	if !assert.IsTypef(t, expectedType, object, msg, args...) {
		t.FailNow()
	}
}

func Implements(t TestingT, interfaceObject, object any, msgAndArgs ...any) {
	help(t)
	if !assert.Implements(t, interfaceObject, object, msgAndArgs...) {
		t.FailNow()
	}
}

func Implementsf(t TestingT, interfaceObject, object any, msg string, args ...any) {
	help(t)
	if !assert.Implementsf(t, interfaceObject, object, msg, args...) {
		t.FailNow()
	}
}

func NotImplements(t TestingT, interfaceObject, object any, msgAndArgs ...any) {
	help(t)
	if !assert.NotImplements(t, interfaceObject, object, msgAndArgs...) {
		t.FailNow()
	}
}

func NotImplementsf(t TestingT, interfaceObject, object any, msg string, args ...any) {
	help(t)
	if !assert.NotImplementsf(t, interfaceObject, object, msg, args...) {
		t.FailNow()
	}
}

func Greater(t TestingT, e1, e2 any, msgAndArgs ...any) {
	help(t)
	if !assert.Greater(t, e1, e2, msgAndArgs...) {
		t.FailNow()
	}
}

func Greaterf(t TestingT, e1, e2 any, msg string, args ...any) {
	help(t)
	if !assert.Greaterf(t, e1, e2, msg, args...) {
		t.FailNow()
	}
}

func GreaterOrEqual(t TestingT, e1, e2 any, msgAndArgs ...any) {
	help(t)
	if !assert.GreaterOrEqual(t, e1, e2, msgAndArgs...) {
		t.FailNow()
	}
}

func GreaterOrEqualf(t TestingT, e1, e2 any, msg string, args ...any) {
	help(t)
	if !assert.GreaterOrEqualf(t, e1, e2, msg, args...) {
		t.FailNow()
	}
}

func Less(t TestingT, e1, e2 any, msgAndArgs ...any) {
	help(t)
	if !assert.Less(t, e1, e2, msgAndArgs...) {
		t.FailNow()
	}
}

func Lessf(t TestingT, e1, e2 any, msg string, args ...any) {
	help(t)
	if !assert.Lessf(t, e1, e2, msg, args...) {
		t.FailNow()
	}
}

func LessOrEqual(t TestingT, e1, e2 any, msgAndArgs ...any) {
	help(t)
	if !assert.LessOrEqual(t, e1, e2, msgAndArgs...) {
		t.FailNow()
	}
}

func LessOrEqualf(t TestingT, e1, e2 any, msg string, args ...any) {
	help(t)
	if !assert.LessOrEqualf(t, e1, e2, msg, args...) {
		t.FailNow()
	}
}

func Positive(t TestingT, e any, msgAndArgs ...any) {
	help(t)
	if !assert.Positive(t, e, msgAndArgs...) {
		t.FailNow()
	}
}

func Positivef(t TestingT, e any, msg string, args ...any) {
	help(t)
	if !assert.Positivef(t, e, msg, args...) {
		t.FailNow()
	}
}

func Negative(t TestingT, e any, msgAndArgs ...any) {
	help(t)
	if !assert.Negative(t, e, msgAndArgs...) {
		t.FailNow()
	}
}

func Negativef(t TestingT, e any, msg string, args ...any) {
	help(t)
	if !assert.Negativef(t, e, msg, args...) {
		t.FailNow()
	}
}

func IsIncreasing(t TestingT, object any, msgAndArgs ...any) {
	help(t)
	if !assert.IsIncreasing(t, object, msgAndArgs...) {
		t.FailNow()
	}
}

func IsIncreasingf(t TestingT, object any, msg string, args ...any) {
	help(t)
	if !assert.IsIncreasingf(t, object, msg, args...) {
		t.FailNow()
	}
}

func IsNonIncreasing(t TestingT, object any, msgAndArgs ...any) {
	help(t)
	if !assert.IsNonIncreasing(t, object, msgAndArgs...) {
		t.FailNow()
	}
}

func IsNonIncreasingf(t TestingT, object any, msg string, args ...any) {
	help(t)
	if !assert.IsNonIncreasingf(t, object, msg, args...) {
		t.FailNow()
	}
}

func IsDecreasing(t TestingT, object any, msgAndArgs ...any) {
	help(t)
	if !assert.IsDecreasing(t, object, msgAndArgs...) {
		t.FailNow()
	}
}

func IsDecreasingf(t TestingT, object any, msg string, args ...any) {
	help(t)
	if !assert.IsDecreasingf(t, object, msg, args...) {
		t.FailNow()
	}
}

func IsNonDecreasing(t TestingT, object any, msgAndArgs ...any) {
	help(t)
	if !assert.IsNonDecreasing(t, object, msgAndArgs...) {
		t.FailNow()
	}
}

func IsNonDecreasingf(t TestingT, object any, msg string, args ...any) {
	help(t)
	if !assert.IsNonDecreasingf(t, object, msg, args...) {
		t.FailNow()
	}
}

func FileExists(t TestingT, path string, msgAndArgs ...any) {
	help(t)
	if !assert.FileExists(t, path, msgAndArgs...) {
		t.FailNow()
	}
}

func FileExistsf(t TestingT, path string, msg string, args ...any) {
	help(t)
	if !assert.FileExistsf(t, path, msg, args...) {
		t.FailNow()
	}
}

func NoFileExists(t TestingT, path string, msgAndArgs ...any) {
	help(t)
	if !assert.NoFileExists(t, path, msgAndArgs...) {
		t.FailNow()
	}
}

func NoFileExistsf(t TestingT, path string, msg string, args ...any) {
	help(t)
	if !assert.NoFileExistsf(t, path, msg, args...) {
		t.FailNow()
	}
}

func DirExists(t TestingT, path string, msgAndArgs ...any) {
	help(t)
	if !assert.DirExists(t, path, msgAndArgs...) {
		t.FailNow()
	}
}

func DirExistsf(t TestingT, path string, msg string, args ...any) {
	help(t)
	if !assert.DirExistsf(t, path, msg, args...) {
		t.FailNow()
	}
}

func NoDirExists(t TestingT, path string, msgAndArgs ...any) {
	help(t)
	if !assert.NoDirExists(t, path, msgAndArgs...) {
		t.FailNow()
	}
}

func NoDirExistsf(t TestingT, path string, msg string, args ...any) {
	help(t)
	if !assert.NoDirExistsf(t, path, msg, args...) {
		t.FailNow()
	}
}

func Eventually(t TestingT, condition func() bool, waitFor, tick time.Duration, msgAndArgs ...any) {
	help(t)
	if !assert.Eventually(t, condition, waitFor, tick, msgAndArgs...) {
		t.FailNow()
	}
}

func Eventuallyf(t TestingT, condition func() bool, waitFor, tick time.Duration, msg string, args ...any) {
	help(t)
	if !assert.Eventuallyf(t, condition, waitFor, tick, msg, args...) {
		t.FailNow()
	}
}

func Never(t TestingT, condition func() bool, waitFor, tick time.Duration, msgAndArgs ...any) {
	help(t)
	if !assert.Never(t, condition, waitFor, tick, msgAndArgs...) {
		t.FailNow()
	}
}

func Neverf(t TestingT, condition func() bool, waitFor, tick time.Duration, msg string, args ...any) {
	help(t)
	if !assert.Neverf(t, condition, waitFor, tick, msg, args...) {
		t.FailNow()
	}
}

func EventuallyWithT(t TestingT, condition func(collect *assert.CollectT), waitFor, tick time.Duration, msgAndArgs ...any) {
	help(t)
	if !assert.EventuallyWithT(t, condition, waitFor, tick, msgAndArgs...) {
		t.FailNow()
	}
}

func EventuallyWithTf(t TestingT, condition func(collect *assert.CollectT), waitFor, tick time.Duration, msg string, args ...any) {
	help(t)
	if !assert.EventuallyWithTf(t, condition, waitFor, tick, msg, args...) {
		t.FailNow()
	}
}
