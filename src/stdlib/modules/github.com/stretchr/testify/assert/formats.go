package assert

import "time"

// The same with a message and what goes into it.

func Failf(t TestingT, failureMessage string, msg string, args ...any) bool {
	help(t)
	return Fail(t, failureMessage, append([]any{msg}, args...)...)
}

func FailNowf(t TestingT, failureMessage string, msg string, args ...any) bool {
	help(t)
	return FailNow(t, failureMessage, append([]any{msg}, args...)...)
}

func Equalf(t TestingT, expected, actual any, msg string, args ...any) bool {
	help(t)
	return Equal(t, expected, actual, append([]any{msg}, args...)...)
}

func NotEqualf(t TestingT, expected, actual any, msg string, args ...any) bool {
	help(t)
	return NotEqual(t, expected, actual, append([]any{msg}, args...)...)
}

func EqualValuesf(t TestingT, expected, actual any, msg string, args ...any) bool {
	help(t)
	return EqualValues(t, expected, actual, append([]any{msg}, args...)...)
}

func NotEqualValuesf(t TestingT, expected, actual any, msg string, args ...any) bool {
	help(t)
	return NotEqualValues(t, expected, actual, append([]any{msg}, args...)...)
}

func Exactlyf(t TestingT, expected, actual any, msg string, args ...any) bool {
	help(t)
	return Exactly(t, expected, actual, append([]any{msg}, args...)...)
}

func Samef(t TestingT, expected, actual any, msg string, args ...any) bool {
	help(t)
	return Same(t, expected, actual, append([]any{msg}, args...)...)
}

func NotSamef(t TestingT, expected, actual any, msg string, args ...any) bool {
	help(t)
	return NotSame(t, expected, actual, append([]any{msg}, args...)...)
}

func Nilf(t TestingT, object any, msg string, args ...any) bool {
	help(t)
	return Nil(t, object, append([]any{msg}, args...)...)
}

func NotNilf(t TestingT, object any, msg string, args ...any) bool {
	help(t)
	return NotNil(t, object, append([]any{msg}, args...)...)
}

func Emptyf(t TestingT, object any, msg string, args ...any) bool {
	help(t)
	return Empty(t, object, append([]any{msg}, args...)...)
}

func NotEmptyf(t TestingT, object any, msg string, args ...any) bool {
	help(t)
	return NotEmpty(t, object, append([]any{msg}, args...)...)
}

func Zerof(t TestingT, i any, msg string, args ...any) bool {
	help(t)
	return Zero(t, i, append([]any{msg}, args...)...)
}

func NotZerof(t TestingT, i any, msg string, args ...any) bool {
	help(t)
	return NotZero(t, i, append([]any{msg}, args...)...)
}

func Lenf(t TestingT, object any, length int, msg string, args ...any) bool {
	help(t)
	return Len(t, object, length, append([]any{msg}, args...)...)
}

func Truef(t TestingT, value bool, msg string, args ...any) bool {
	help(t)
	return True(t, value, append([]any{msg}, args...)...)
}

func Falsef(t TestingT, value bool, msg string, args ...any) bool {
	help(t)
	return False(t, value, append([]any{msg}, args...)...)
}

func Containsf(t TestingT, s, contains any, msg string, args ...any) bool {
	help(t)
	return Contains(t, s, contains, append([]any{msg}, args...)...)
}

func NotContainsf(t TestingT, s, contains any, msg string, args ...any) bool {
	help(t)
	return NotContains(t, s, contains, append([]any{msg}, args...)...)
}

func Subsetf(t TestingT, list, subset any, msg string, args ...any) bool {
	help(t)
	return Subset(t, list, subset, append([]any{msg}, args...)...)
}

func NotSubsetf(t TestingT, list, subset any, msg string, args ...any) bool {
	help(t)
	return NotSubset(t, list, subset, append([]any{msg}, args...)...)
}

func ElementsMatchf(t TestingT, listA, listB any, msg string, args ...any) bool {
	help(t)
	return ElementsMatch(t, listA, listB, append([]any{msg}, args...)...)
}

func Conditionf(t TestingT, comp Comparison, msg string, args ...any) bool {
	help(t)
	return Condition(t, comp, append([]any{msg}, args...)...)
}

func Panicsf(t TestingT, f PanicTestFunc, msg string, args ...any) bool {
	help(t)
	return Panics(t, f, append([]any{msg}, args...)...)
}

func PanicsWithValuef(t TestingT, expected any, f PanicTestFunc, msg string, args ...any) bool {
	help(t)
	return PanicsWithValue(t, expected, f, append([]any{msg}, args...)...)
}

func PanicsWithErrorf(t TestingT, errString string, f PanicTestFunc, msg string, args ...any) bool {
	help(t)
	return PanicsWithError(t, errString, f, append([]any{msg}, args...)...)
}

func NotPanicsf(t TestingT, f PanicTestFunc, msg string, args ...any) bool {
	help(t)
	return NotPanics(t, f, append([]any{msg}, args...)...)
}

func WithinDurationf(t TestingT, expected, actual time.Time, delta time.Duration, msg string, args ...any) bool {
	help(t)
	return WithinDuration(t, expected, actual, delta, append([]any{msg}, args...)...)
}

func WithinRangef(t TestingT, actual, start, end time.Time, msg string, args ...any) bool {
	help(t)
	return WithinRange(t, actual, start, end, append([]any{msg}, args...)...)
}

func InDeltaf(t TestingT, expected, actual any, delta float64, msg string, args ...any) bool {
	help(t)
	return InDelta(t, expected, actual, delta, append([]any{msg}, args...)...)
}

func InEpsilonf(t TestingT, expected, actual any, epsilon float64, msg string, args ...any) bool {
	help(t)
	return InEpsilon(t, expected, actual, epsilon, append([]any{msg}, args...)...)
}

func NoErrorf(t TestingT, err error, msg string, args ...any) bool {
	help(t)
	return NoError(t, err, append([]any{msg}, args...)...)
}

func Errorf(t TestingT, err error, msg string, args ...any) bool {
	help(t)
	return Error(t, err, append([]any{msg}, args...)...)
}

func EqualErrorf(t TestingT, theError error, errString string, msg string, args ...any) bool {
	help(t)
	return EqualError(t, theError, errString, append([]any{msg}, args...)...)
}

func ErrorContainsf(t TestingT, theError error, contains string, msg string, args ...any) bool {
	help(t)
	return ErrorContains(t, theError, contains, append([]any{msg}, args...)...)
}

func ErrorIsf(t TestingT, err, target error, msg string, args ...any) bool {
	help(t)
	return ErrorIs(t, err, target, append([]any{msg}, args...)...)
}

func NotErrorIsf(t TestingT, err, target error, msg string, args ...any) bool {
	help(t)
	return NotErrorIs(t, err, target, append([]any{msg}, args...)...)
}

func ErrorAsf(t TestingT, err error, target any, msg string, args ...any) bool {
	help(t)
	return ErrorAs(t, err, target, append([]any{msg}, args...)...)
}

func Regexpf(t TestingT, rx, str any, msg string, args ...any) bool {
	help(t)
	return Regexp(t, rx, str, append([]any{msg}, args...)...)
}

func NotRegexpf(t TestingT, rx, str any, msg string, args ...any) bool {
	help(t)
	return NotRegexp(t, rx, str, append([]any{msg}, args...)...)
}

func JSONEqf(t TestingT, expected, actual string, msg string, args ...any) bool {
	help(t)
	return JSONEq(t, expected, actual, append([]any{msg}, args...)...)
}

func IsTypef(t TestingT, expectedType, object any, msg string, args ...any) bool {
	help(t)
	return IsType(t, expectedType, object, append([]any{msg}, args...)...)
}

func Implementsf(t TestingT, interfaceObject, object any, msg string, args ...any) bool {
	help(t)
	return Implements(t, interfaceObject, object, append([]any{msg}, args...)...)
}

func NotImplementsf(t TestingT, interfaceObject, object any, msg string, args ...any) bool {
	help(t)
	return NotImplements(t, interfaceObject, object, append([]any{msg}, args...)...)
}

func Greaterf(t TestingT, e1, e2 any, msg string, args ...any) bool {
	help(t)
	return Greater(t, e1, e2, append([]any{msg}, args...)...)
}

func GreaterOrEqualf(t TestingT, e1, e2 any, msg string, args ...any) bool {
	help(t)
	return GreaterOrEqual(t, e1, e2, append([]any{msg}, args...)...)
}

func Lessf(t TestingT, e1, e2 any, msg string, args ...any) bool {
	help(t)
	return Less(t, e1, e2, append([]any{msg}, args...)...)
}

func LessOrEqualf(t TestingT, e1, e2 any, msg string, args ...any) bool {
	help(t)
	return LessOrEqual(t, e1, e2, append([]any{msg}, args...)...)
}

func Positivef(t TestingT, e any, msg string, args ...any) bool {
	help(t)
	return Positive(t, e, append([]any{msg}, args...)...)
}

func Negativef(t TestingT, e any, msg string, args ...any) bool {
	help(t)
	return Negative(t, e, append([]any{msg}, args...)...)
}

func IsIncreasingf(t TestingT, object any, msg string, args ...any) bool {
	help(t)
	return IsIncreasing(t, object, append([]any{msg}, args...)...)
}

func IsNonIncreasingf(t TestingT, object any, msg string, args ...any) bool {
	help(t)
	return IsNonIncreasing(t, object, append([]any{msg}, args...)...)
}

func IsDecreasingf(t TestingT, object any, msg string, args ...any) bool {
	help(t)
	return IsDecreasing(t, object, append([]any{msg}, args...)...)
}

func IsNonDecreasingf(t TestingT, object any, msg string, args ...any) bool {
	help(t)
	return IsNonDecreasing(t, object, append([]any{msg}, args...)...)
}

func FileExistsf(t TestingT, path string, msg string, args ...any) bool {
	help(t)
	return FileExists(t, path, append([]any{msg}, args...)...)
}

func NoFileExistsf(t TestingT, path string, msg string, args ...any) bool {
	help(t)
	return NoFileExists(t, path, append([]any{msg}, args...)...)
}

func DirExistsf(t TestingT, path string, msg string, args ...any) bool {
	help(t)
	return DirExists(t, path, append([]any{msg}, args...)...)
}

func NoDirExistsf(t TestingT, path string, msg string, args ...any) bool {
	help(t)
	return NoDirExists(t, path, append([]any{msg}, args...)...)
}

func Eventuallyf(t TestingT, condition func() bool, waitFor, tick time.Duration, msg string, args ...any) bool {
	help(t)
	return Eventually(t, condition, waitFor, tick, append([]any{msg}, args...)...)
}

func Neverf(t TestingT, condition func() bool, waitFor, tick time.Duration, msg string, args ...any) bool {
	help(t)
	return Never(t, condition, waitFor, tick, append([]any{msg}, args...)...)
}

func EventuallyWithTf(t TestingT, condition func(collect *CollectT), waitFor, tick time.Duration, msg string, args ...any) bool {
	help(t)
	return EventuallyWithT(t, condition, waitFor, tick, append([]any{msg}, args...)...)
}
