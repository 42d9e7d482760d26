package require

import (
	"time"

	"github.com/stretchr/testify/assert"
)

// Assertions are for one test.
type Assertions struct {
	t TestingT
}

// New makes assertions for a test.
func New(t TestingT) *Assertions { return &Assertions{t} }

func (a *Assertions) Fail(failureMessage string, msgAndArgs ...any) {
	help(a.t)
	Fail(a.t, failureMessage, msgAndArgs...)
}

func (a *Assertions) Failf(failureMessage string, msg string, args ...any) {
	help(a.t)
	Failf(a.t, failureMessage, msg, args...)
}

func (a *Assertions) FailNow(failureMessage string, msgAndArgs ...any) {
	help(a.t)
	FailNow(a.t, failureMessage, msgAndArgs...)
}

func (a *Assertions) FailNowf(failureMessage string, msg string, args ...any) {
	help(a.t)
	FailNowf(a.t, failureMessage, msg, args...)
}

func (a *Assertions) Equal(expected, actual any, msgAndArgs ...any) {
	help(a.t)
	Equal(a.t, expected, actual, msgAndArgs...)
}

func (a *Assertions) Equalf(expected, actual any, msg string, args ...any) {
	help(a.t)
	Equalf(a.t, expected, actual, msg, args...)
}

func (a *Assertions) NotEqual(expected, actual any, msgAndArgs ...any) {
	help(a.t)
	NotEqual(a.t, expected, actual, msgAndArgs...)
}

func (a *Assertions) NotEqualf(expected, actual any, msg string, args ...any) {
	help(a.t)
	NotEqualf(a.t, expected, actual, msg, args...)
}

func (a *Assertions) EqualValues(expected, actual any, msgAndArgs ...any) {
	help(a.t)
	EqualValues(a.t, expected, actual, msgAndArgs...)
}

func (a *Assertions) EqualValuesf(expected, actual any, msg string, args ...any) {
	help(a.t)
	EqualValuesf(a.t, expected, actual, msg, args...)
}

func (a *Assertions) NotEqualValues(expected, actual any, msgAndArgs ...any) {
	help(a.t)
	NotEqualValues(a.t, expected, actual, msgAndArgs...)
}

func (a *Assertions) NotEqualValuesf(expected, actual any, msg string, args ...any) {
	help(a.t)
	NotEqualValuesf(a.t, expected, actual, msg, args...)
}

func (a *Assertions) Exactly(expected, actual any, msgAndArgs ...any) {
	help(a.t)
	Exactly(a.t, expected, actual, msgAndArgs...)
}

func (a *Assertions) Exactlyf(expected, actual any, msg string, args ...any) {
	help(a.t)
	Exactlyf(a.t, expected, actual, msg, args...)
}

func (a *Assertions) Same(expected, actual any, msgAndArgs ...any) {
	help(a.t)
	Same(a.t, expected, actual, msgAndArgs...)
}

func (a *Assertions) Samef(expected, actual any, msg string, args ...any) {
	help(a.t)
	Samef(a.t, expected, actual, msg, args...)
}

func (a *Assertions) NotSame(expected, actual any, msgAndArgs ...any) {
	help(a.t)
	NotSame(a.t, expected, actual, msgAndArgs...)
}

func (a *Assertions) NotSamef(expected, actual any, msg string, args ...any) {
	help(a.t)
	NotSamef(a.t, expected, actual, msg, args...)
}

func (a *Assertions) Nil(object any, msgAndArgs ...any) {
	help(a.t)
	Nil(a.t, object, msgAndArgs...)
}

func (a *Assertions) Nilf(object any, msg string, args ...any) {
	help(a.t)
	Nilf(a.t, object, msg, args...)
}

func (a *Assertions) NotNil(object any, msgAndArgs ...any) {
	help(a.t)
	NotNil(a.t, object, msgAndArgs...)
}

func (a *Assertions) NotNilf(object any, msg string, args ...any) {
	help(a.t)
	NotNilf(a.t, object, msg, args...)
}

func (a *Assertions) Empty(object any, msgAndArgs ...any) {
	help(a.t)
	Empty(a.t, object, msgAndArgs...)
}

func (a *Assertions) Emptyf(object any, msg string, args ...any) {
	help(a.t)
	Emptyf(a.t, object, msg, args...)
}

func (a *Assertions) NotEmpty(object any, msgAndArgs ...any) {
	help(a.t)
	NotEmpty(a.t, object, msgAndArgs...)
}

func (a *Assertions) NotEmptyf(object any, msg string, args ...any) {
	help(a.t)
	NotEmptyf(a.t, object, msg, args...)
}

func (a *Assertions) Zero(i any, msgAndArgs ...any) {
	help(a.t)
	Zero(a.t, i, msgAndArgs...)
}

func (a *Assertions) Zerof(i any, msg string, args ...any) {
	help(a.t)
	Zerof(a.t, i, msg, args...)
}

func (a *Assertions) NotZero(i any, msgAndArgs ...any) {
	help(a.t)
	NotZero(a.t, i, msgAndArgs...)
}

func (a *Assertions) NotZerof(i any, msg string, args ...any) {
	help(a.t)
	NotZerof(a.t, i, msg, args...)
}

func (a *Assertions) Len(object any, length int, msgAndArgs ...any) {
	help(a.t)
	Len(a.t, object, length, msgAndArgs...)
}

func (a *Assertions) Lenf(object any, length int, msg string, args ...any) {
	help(a.t)
	Lenf(a.t, object, length, msg, args...)
}

func (a *Assertions) True(value bool, msgAndArgs ...any) {
	help(a.t)
	True(a.t, value, msgAndArgs...)
}

func (a *Assertions) Truef(value bool, msg string, args ...any) {
	help(a.t)
	Truef(a.t, value, msg, args...)
}

func (a *Assertions) False(value bool, msgAndArgs ...any) {
	help(a.t)
	False(a.t, value, msgAndArgs...)
}

func (a *Assertions) Falsef(value bool, msg string, args ...any) {
	help(a.t)
	Falsef(a.t, value, msg, args...)
}

func (a *Assertions) Contains(s, contains any, msgAndArgs ...any) {
	help(a.t)
	Contains(a.t, s, contains, msgAndArgs...)
}

func (a *Assertions) Containsf(s, contains any, msg string, args ...any) {
	help(a.t)
	Containsf(a.t, s, contains, msg, args...)
}

func (a *Assertions) NotContains(s, contains any, msgAndArgs ...any) {
	help(a.t)
	NotContains(a.t, s, contains, msgAndArgs...)
}

func (a *Assertions) NotContainsf(s, contains any, msg string, args ...any) {
	help(a.t)
	NotContainsf(a.t, s, contains, msg, args...)
}

func (a *Assertions) Subset(list, subset any, msgAndArgs ...any) {
	help(a.t)
	Subset(a.t, list, subset, msgAndArgs...)
}

func (a *Assertions) Subsetf(list, subset any, msg string, args ...any) {
	help(a.t)
	Subsetf(a.t, list, subset, msg, args...)
}

func (a *Assertions) NotSubset(list, subset any, msgAndArgs ...any) {
	help(a.t)
	NotSubset(a.t, list, subset, msgAndArgs...)
}

func (a *Assertions) NotSubsetf(list, subset any, msg string, args ...any) {
	help(a.t)
	NotSubsetf(a.t, list, subset, msg, args...)
}

func (a *Assertions) ElementsMatch(listA, listB any, msgAndArgs ...any) {
	help(a.t)
	ElementsMatch(a.t, listA, listB, msgAndArgs...)
}

func (a *Assertions) ElementsMatchf(listA, listB any, msg string, args ...any) {
	help(a.t)
	ElementsMatchf(a.t, listA, listB, msg, args...)
}

func (a *Assertions) Condition(comp assert.Comparison, msgAndArgs ...any) {
	help(a.t)
	Condition(a.t, comp, msgAndArgs...)
}

func (a *Assertions) Conditionf(comp assert.Comparison, msg string, args ...any) {
	help(a.t)
	Conditionf(a.t, comp, msg, args...)
}

func (a *Assertions) Panics(f assert.PanicTestFunc, msgAndArgs ...any) {
	help(a.t)
	Panics(a.t, f, msgAndArgs...)
}

func (a *Assertions) Panicsf(f assert.PanicTestFunc, msg string, args ...any) {
	help(a.t)
	Panicsf(a.t, f, msg, args...)
}

func (a *Assertions) PanicsWithValue(expected any, f assert.PanicTestFunc, msgAndArgs ...any) {
	help(a.t)
	PanicsWithValue(a.t, expected, f, msgAndArgs...)
}

func (a *Assertions) PanicsWithValuef(expected any, f assert.PanicTestFunc, msg string, args ...any) {
	help(a.t)
	PanicsWithValuef(a.t, expected, f, msg, args...)
}

func (a *Assertions) PanicsWithError(errString string, f assert.PanicTestFunc, msgAndArgs ...any) {
	help(a.t)
	PanicsWithError(a.t, errString, f, msgAndArgs...)
}

func (a *Assertions) PanicsWithErrorf(errString string, f assert.PanicTestFunc, msg string, args ...any) {
	help(a.t)
	PanicsWithErrorf(a.t, errString, f, msg, args...)
}

func (a *Assertions) NotPanics(f assert.PanicTestFunc, msgAndArgs ...any) {
	help(a.t)
	NotPanics(a.t, f, msgAndArgs...)
}

func (a *Assertions) NotPanicsf(f assert.PanicTestFunc, msg string, args ...any) {
	help(a.t)
	NotPanicsf(a.t, f, msg, args...)
}

func (a *Assertions) WithinDuration(expected, actual time.Time, delta time.Duration, msgAndArgs ...any) {
	help(a.t)
	WithinDuration(a.t, expected, actual, delta, msgAndArgs...)
}

func (a *Assertions) WithinDurationf(expected, actual time.Time, delta time.Duration, msg string, args ...any) {
	help(a.t)
	WithinDurationf(a.t, expected, actual, delta, msg, args...)
}

func (a *Assertions) WithinRange(actual, start, end time.Time, msgAndArgs ...any) {
	help(a.t)
	WithinRange(a.t, actual, start, end, msgAndArgs...)
}

func (a *Assertions) WithinRangef(actual, start, end time.Time, msg string, args ...any) {
	help(a.t)
	WithinRangef(a.t, actual, start, end, msg, args...)
}

func (a *Assertions) InDelta(expected, actual any, delta float64, msgAndArgs ...any) {
	help(a.t)
	InDelta(a.t, expected, actual, delta, msgAndArgs...)
}

func (a *Assertions) InDeltaf(expected, actual any, delta float64, msg string, args ...any) {
	help(a.t)
	InDeltaf(a.t, expected, actual, delta, msg, args...)
}

func (a *Assertions) InEpsilon(expected, actual any, epsilon float64, msgAndArgs ...any) {
	help(a.t)
	InEpsilon(a.t, expected, actual, epsilon, msgAndArgs...)
}

func (a *Assertions) InEpsilonf(expected, actual any, epsilon float64, msg string, args ...any) {
	help(a.t)
	InEpsilonf(a.t, expected, actual, epsilon, msg, args...)
}

func (a *Assertions) NoError(err error, msgAndArgs ...any) {
	help(a.t)
	NoError(a.t, err, msgAndArgs...)
}

func (a *Assertions) NoErrorf(err error, msg string, args ...any) {
	help(a.t)
	NoErrorf(a.t, err, msg, args...)
}

func (a *Assertions) Error(err error, msgAndArgs ...any) {
	help(a.t)
	Error(a.t, err, msgAndArgs...)
}

func (a *Assertions) Errorf(err error, msg string, args ...any) {
	help(a.t)
	Errorf(a.t, err, msg, args...)
}

func (a *Assertions) EqualError(theError error, errString string, msgAndArgs ...any) {
	help(a.t)
	EqualError(a.t, theError, errString, msgAndArgs...)
}

func (a *Assertions) EqualErrorf(theError error, errString string, msg string, args ...any) {
	help(a.t)
	EqualErrorf(a.t, theError, errString, msg, args...)
}

func (a *Assertions) ErrorContains(theError error, contains string, msgAndArgs ...any) {
	help(a.t)
	ErrorContains(a.t, theError, contains, msgAndArgs...)
}

func (a *Assertions) ErrorContainsf(theError error, contains string, msg string, args ...any) {
	help(a.t)
	ErrorContainsf(a.t, theError, contains, msg, args...)
}

func (a *Assertions) ErrorIs(err, target error, msgAndArgs ...any) {
	help(a.t)
	ErrorIs(a.t, err, target, msgAndArgs...)
}

func (a *Assertions) ErrorIsf(err, target error, msg string, args ...any) {
	help(a.t)
	ErrorIsf(a.t, err, target, msg, args...)
}

func (a *Assertions) NotErrorIs(err, target error, msgAndArgs ...any) {
	help(a.t)
	NotErrorIs(a.t, err, target, msgAndArgs...)
}

func (a *Assertions) NotErrorIsf(err, target error, msg string, args ...any) {
	help(a.t)
	NotErrorIsf(a.t, err, target, msg, args...)
}

func (a *Assertions) ErrorAs(err error, target any, msgAndArgs ...any) {
	help(a.t)
	ErrorAs(a.t, err, target, msgAndArgs...)
}

func (a *Assertions) ErrorAsf(err error, target any, msg string, args ...any) {
	help(a.t)
	ErrorAsf(a.t, err, target, msg, args...)
}

func (a *Assertions) Regexp(rx, str any, msgAndArgs ...any) {
	help(a.t)
	Regexp(a.t, rx, str, msgAndArgs...)
}

func (a *Assertions) Regexpf(rx, str any, msg string, args ...any) {
	help(a.t)
	Regexpf(a.t, rx, str, msg, args...)
}

func (a *Assertions) NotRegexp(rx, str any, msgAndArgs ...any) {
	help(a.t)
	NotRegexp(a.t, rx, str, msgAndArgs...)
}

func (a *Assertions) NotRegexpf(rx, str any, msg string, args ...any) {
	help(a.t)
	NotRegexpf(a.t, rx, str, msg, args...)
}

func (a *Assertions) JSONEq(expected, actual string, msgAndArgs ...any) {
	help(a.t)
	JSONEq(a.t, expected, actual, msgAndArgs...)
}

func (a *Assertions) JSONEqf(expected, actual string, msg string, args ...any) {
	help(a.t)
	JSONEqf(a.t, expected, actual, msg, args...)
}

func (a *Assertions) IsType(expectedType, object any, msgAndArgs ...any) {
	help(a.t)
	IsType(a.t, expectedType, object, msgAndArgs...)
}

func (a *Assertions) IsTypef(expectedType, object any, msg string, args ...any) {
	help(a.t)
	IsTypef(a.t, expectedType, object, msg, args...)
}

func (a *Assertions) Implements(interfaceObject, object any, msgAndArgs ...any) {
	help(a.t)
	Implements(a.t, interfaceObject, object, msgAndArgs...)
}

func (a *Assertions) Implementsf(interfaceObject, object any, msg string, args ...any) {
	help(a.t)
	Implementsf(a.t, interfaceObject, object, msg, args...)
}

func (a *Assertions) NotImplements(interfaceObject, object any, msgAndArgs ...any) {
	help(a.t)
	NotImplements(a.t, interfaceObject, object, msgAndArgs...)
}

func (a *Assertions) NotImplementsf(interfaceObject, object any, msg string, args ...any) {
	help(a.t)
	NotImplementsf(a.t, interfaceObject, object, msg, args...)
}

func (a *Assertions) Greater(e1, e2 any, msgAndArgs ...any) {
	help(a.t)
	Greater(a.t, e1, e2, msgAndArgs...)
}

func (a *Assertions) Greaterf(e1, e2 any, msg string, args ...any) {
	help(a.t)
	Greaterf(a.t, e1, e2, msg, args...)
}

func (a *Assertions) GreaterOrEqual(e1, e2 any, msgAndArgs ...any) {
	help(a.t)
	GreaterOrEqual(a.t, e1, e2, msgAndArgs...)
}

func (a *Assertions) GreaterOrEqualf(e1, e2 any, msg string, args ...any) {
	help(a.t)
	GreaterOrEqualf(a.t, e1, e2, msg, args...)
}

func (a *Assertions) Less(e1, e2 any, msgAndArgs ...any) {
	help(a.t)
	Less(a.t, e1, e2, msgAndArgs...)
}

func (a *Assertions) Lessf(e1, e2 any, msg string, args ...any) {
	help(a.t)
	Lessf(a.t, e1, e2, msg, args...)
}

func (a *Assertions) LessOrEqual(e1, e2 any, msgAndArgs ...any) {
	help(a.t)
	LessOrEqual(a.t, e1, e2, msgAndArgs...)
}

func (a *Assertions) LessOrEqualf(e1, e2 any, msg string, args ...any) {
	help(a.t)
	LessOrEqualf(a.t, e1, e2, msg, args...)
}

func (a *Assertions) Positive(e any, msgAndArgs ...any) {
	help(a.t)
	Positive(a.t, e, msgAndArgs...)
}

func (a *Assertions) Positivef(e any, msg string, args ...any) {
	help(a.t)
	Positivef(a.t, e, msg, args...)
}

func (a *Assertions) Negative(e any, msgAndArgs ...any) {
	help(a.t)
	Negative(a.t, e, msgAndArgs...)
}

func (a *Assertions) Negativef(e any, msg string, args ...any) {
	help(a.t)
	Negativef(a.t, e, msg, args...)
}

func (a *Assertions) IsIncreasing(object any, msgAndArgs ...any) {
	help(a.t)
	IsIncreasing(a.t, object, msgAndArgs...)
}

func (a *Assertions) IsIncreasingf(object any, msg string, args ...any) {
	help(a.t)
	IsIncreasingf(a.t, object, msg, args...)
}

func (a *Assertions) IsNonIncreasing(object any, msgAndArgs ...any) {
	help(a.t)
	IsNonIncreasing(a.t, object, msgAndArgs...)
}

func (a *Assertions) IsNonIncreasingf(object any, msg string, args ...any) {
	help(a.t)
	IsNonIncreasingf(a.t, object, msg, args...)
}

func (a *Assertions) IsDecreasing(object any, msgAndArgs ...any) {
	help(a.t)
	IsDecreasing(a.t, object, msgAndArgs...)
}

func (a *Assertions) IsDecreasingf(object any, msg string, args ...any) {
	help(a.t)
	IsDecreasingf(a.t, object, msg, args...)
}

func (a *Assertions) IsNonDecreasing(object any, msgAndArgs ...any) {
	help(a.t)
	IsNonDecreasing(a.t, object, msgAndArgs...)
}

func (a *Assertions) IsNonDecreasingf(object any, msg string, args ...any) {
	help(a.t)
	IsNonDecreasingf(a.t, object, msg, args...)
}

func (a *Assertions) FileExists(path string, msgAndArgs ...any) {
	help(a.t)
	FileExists(a.t, path, msgAndArgs...)
}

func (a *Assertions) FileExistsf(path string, msg string, args ...any) {
	help(a.t)
	FileExistsf(a.t, path, msg, args...)
}

func (a *Assertions) NoFileExists(path string, msgAndArgs ...any) {
	help(a.t)
	NoFileExists(a.t, path, msgAndArgs...)
}

func (a *Assertions) NoFileExistsf(path string, msg string, args ...any) {
	help(a.t)
	NoFileExistsf(a.t, path, msg, args...)
}

func (a *Assertions) DirExists(path string, msgAndArgs ...any) {
	help(a.t)
	DirExists(a.t, path, msgAndArgs...)
}

func (a *Assertions) DirExistsf(path string, msg string, args ...any) {
	help(a.t)
	DirExistsf(a.t, path, msg, args...)
}

func (a *Assertions) NoDirExists(path string, msgAndArgs ...any) {
	help(a.t)
	NoDirExists(a.t, path, msgAndArgs...)
}

func (a *Assertions) NoDirExistsf(path string, msg string, args ...any) {
	help(a.t)
	NoDirExistsf(a.t, path, msg, args...)
}

func (a *Assertions) Eventually(condition func() bool, waitFor, tick time.Duration, msgAndArgs ...any) {
	help(a.t)
	Eventually(a.t, condition, waitFor, tick, msgAndArgs...)
}

func (a *Assertions) Eventuallyf(condition func() bool, waitFor, tick time.Duration, msg string, args ...any) {
	help(a.t)
	Eventuallyf(a.t, condition, waitFor, tick, msg, args...)
}

func (a *Assertions) Never(condition func() bool, waitFor, tick time.Duration, msgAndArgs ...any) {
	help(a.t)
	Never(a.t, condition, waitFor, tick, msgAndArgs...)
}

func (a *Assertions) Neverf(condition func() bool, waitFor, tick time.Duration, msg string, args ...any) {
	help(a.t)
	Neverf(a.t, condition, waitFor, tick, msg, args...)
}

func (a *Assertions) EventuallyWithT(condition func(collect *assert.CollectT), waitFor, tick time.Duration, msgAndArgs ...any) {
	help(a.t)
	EventuallyWithT(a.t, condition, waitFor, tick, msgAndArgs...)
}

func (a *Assertions) EventuallyWithTf(condition func(collect *assert.CollectT), waitFor, tick time.Duration, msg string, args ...any) {
	help(a.t)
	EventuallyWithTf(a.t, condition, waitFor, tick, msg, args...)
}
