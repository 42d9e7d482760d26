package pprof

import (
	"context"
	"sort"
)

type label struct{ key, value string }

// A LabelSet is a set of labels.
type LabelSet struct{ list []label }

type labelKey struct{}

func labelsOf(ctx context.Context) []label {
	list, _ := ctx.Value(labelKey{}).([]label)
	return list
}

// merged has the labels of both lists, by key; those of b hide those of a.
func merged(a, b []label) []label {
	values := map[string]string{}
	for _, l := range append(append([]label{}, a...), b...) {
		values[l.key] = l.value
	}
	list := make([]label, 0, len(values))
	for key, value := range values {
		list = append(list, label{key, value})
	}
	sort.Slice(list, func(i, j int) bool { return list[i].key < list[j].key })
	return list
}

func WithLabels(ctx context.Context, labels LabelSet) context.Context {
	return context.WithValue(ctx, labelKey{}, merged(labelsOf(ctx), labels.list))
}

func Labels(args ...string) LabelSet {
	if len(args)%2 != 0 {
		panic("uneven number of arguments to pprof.Labels")
	}
	var list []label
	for i := 0; i+1 < len(args); i += 2 {
		list = append(list, label{args[i], args[i+1]})
	}
	return LabelSet{merged(nil, list)}
}

func Label(ctx context.Context, key string) (string, bool) {
	for _, l := range labelsOf(ctx) {
		if l.key == key {
			return l.value, true
		}
	}
	return "", false
}

func ForLabels(ctx context.Context, f func(key, value string) bool) {
	for _, l := range labelsOf(ctx) {
		if !f(l.key, l.value) {
			break
		}
	}
}

// SetGoroutineLabels has no effect: profiles of what runs are empty here.
func SetGoroutineLabels(ctx context.Context) {}

func Do(ctx context.Context, labels LabelSet, f func(context.Context)) {
	f(WithLabels(ctx, labels))
}
