package main

import "fmt"

// More calls in one expression than there are registers, among reads that come after them.

type item struct {
	kind int
	text string
}

type wide struct {
	a [50]int
	s string
}

var last = item{0, "first"}

func mk(n int) item {
	last = item{n, fmt.Sprint("item ", n)}
	return last
}

func mkWide(n int) wide {
	w := wide{s: fmt.Sprint("wide ", n)}
	w.a[n%50] = n
	return w
}

type row struct {
	name string
	list []item
	now  item
	any  any
}

var rows = []row{
	{"r1", []item{mk(1), mk(101)}, last, mk(201)},
	{"r2", []item{mk(2), mk(102)}, last, mk(202)},
	{"r3", []item{mk(3), mk(103)}, last, mk(203)},
	{"r4", []item{mk(4), mk(104)}, last, mk(204)},
	{"r5", []item{mk(5), mk(105)}, last, mk(205)},
	{"r6", []item{mk(6), mk(106)}, last, mk(206)},
	{"r7", []item{mk(7), mk(107)}, last, mk(207)},
	{"r8", []item{mk(8), mk(108)}, last, mk(208)},
	{"r9", []item{mk(9), mk(109)}, last, mk(209)},
	{"r10", []item{mk(10), mk(110)}, last, mk(210)},
	{"r11", []item{mk(11), mk(111)}, last, mk(211)},
	{"r12", []item{mk(12), mk(112)}, last, mk(212)},
	{"r13", []item{mk(13), mk(113)}, last, mk(213)},
	{"r14", []item{mk(14), mk(114)}, last, mk(214)},
	{"r15", []item{mk(15), mk(115)}, last, mk(215)},
	{"r16", []item{mk(16), mk(116)}, last, mk(216)},
	{"r17", []item{mk(17), mk(117)}, last, mk(217)},
	{"r18", []item{mk(18), mk(118)}, last, mk(218)},
	{"r19", []item{mk(19), mk(119)}, last, mk(219)},
	{"r20", []item{mk(20), mk(120)}, last, mk(220)},
	{"r21", []item{mk(21), mk(121)}, last, mk(221)},
	{"r22", []item{mk(22), mk(122)}, last, mk(222)},
	{"r23", []item{mk(23), mk(123)}, last, mk(223)},
	{"r24", []item{mk(24), mk(124)}, last, mk(224)},
	{"r25", []item{mk(25), mk(125)}, last, mk(225)},
	{"r26", []item{mk(26), mk(126)}, last, mk(226)},
	{"r27", []item{mk(27), mk(127)}, last, mk(227)},
	{"r28", []item{mk(28), mk(128)}, last, mk(228)},
	{"r29", []item{mk(29), mk(129)}, last, mk(229)},
	{"r30", []item{mk(30), mk(130)}, last, mk(230)},
	{"r31", []item{mk(31), mk(131)}, last, mk(231)},
	{"r32", []item{mk(32), mk(132)}, last, mk(232)},
	{"r33", []item{mk(33), mk(133)}, last, mk(233)},
	{"r34", []item{mk(34), mk(134)}, last, mk(234)},
	{"r35", []item{mk(35), mk(135)}, last, mk(235)},
	{"r36", []item{mk(36), mk(136)}, last, mk(236)},
	{"r37", []item{mk(37), mk(137)}, last, mk(237)},
	{"r38", []item{mk(38), mk(138)}, last, mk(238)},
	{"r39", []item{mk(39), mk(139)}, last, mk(239)},
	{"r40", []item{mk(40), mk(140)}, last, mk(240)},
}

func both(n int, s ...wide) (sum int) {
	for _, w := range s {
		for _, x := range w.a {
			sum += x
		}
		sum += len(w.s)
	}
	return sum + n
}

func main() {
	for _, r := range rows[:3] {
		fmt.Println(r)
	}
	fmt.Println(len(rows), rows[39].any, last)
	n := 1
	inc := func() int { n++; return n }
	fmt.Println(n, both(n, []wide{
		mkWide(inc()), mkWide(1), mkWide(both(n, mkWide(inc()), wide{s: last.text})),
		mkWide(inc()), mkWide(2), mkWide(both(n, mkWide(inc()), wide{s: last.text})),
		mkWide(inc()), mkWide(3), mkWide(both(n, mkWide(inc()), wide{s: last.text})),
		mkWide(inc()), mkWide(4), mkWide(both(n, mkWide(inc()), wide{s: last.text})),
		mkWide(inc()), mkWide(5), mkWide(both(n, mkWide(inc()), wide{s: last.text})),
		mkWide(inc()), mkWide(6), mkWide(both(n, mkWide(inc()), wide{s: last.text})),
		mkWide(inc()), mkWide(7), mkWide(both(n, mkWide(inc()), wide{s: last.text})),
		mkWide(inc()), mkWide(8), mkWide(both(n, mkWide(inc()), wide{s: last.text})),
		mkWide(inc()), mkWide(9), mkWide(both(n, mkWide(inc()), wide{s: last.text})),
		mkWide(inc()), mkWide(10), mkWide(both(n, mkWide(inc()), wide{s: last.text})),
		mkWide(inc()), mkWide(11), mkWide(both(n, mkWide(inc()), wide{s: last.text})),
		mkWide(inc()), mkWide(12), mkWide(both(n, mkWide(inc()), wide{s: last.text})),
		mkWide(inc()), mkWide(13), mkWide(both(n, mkWide(inc()), wide{s: last.text})),
		mkWide(inc()), mkWide(14), mkWide(both(n, mkWide(inc()), wide{s: last.text})),
		mkWide(inc()), mkWide(15), mkWide(both(n, mkWide(inc()), wide{s: last.text})),
		mkWide(inc()), mkWide(16), mkWide(both(n, mkWide(inc()), wide{s: last.text})),
		mkWide(inc()), mkWide(17), mkWide(both(n, mkWide(inc()), wide{s: last.text})),
		mkWide(inc()), mkWide(18), mkWide(both(n, mkWide(inc()), wide{s: last.text})),
		mkWide(inc()), mkWide(19), mkWide(both(n, mkWide(inc()), wide{s: last.text})),
		mkWide(inc()), mkWide(20), mkWide(both(n, mkWide(inc()), wide{s: last.text})),
		mkWide(inc()), mkWide(21), mkWide(both(n, mkWide(inc()), wide{s: last.text})),
		mkWide(inc()), mkWide(22), mkWide(both(n, mkWide(inc()), wide{s: last.text})),
		mkWide(inc()), mkWide(23), mkWide(both(n, mkWide(inc()), wide{s: last.text})),
		mkWide(inc()), mkWide(24), mkWide(both(n, mkWide(inc()), wide{s: last.text})),
		mkWide(inc()), mkWide(25), mkWide(both(n, mkWide(inc()), wide{s: last.text})),
		mkWide(inc()), mkWide(26), mkWide(both(n, mkWide(inc()), wide{s: last.text})),
		mkWide(inc()), mkWide(27), mkWide(both(n, mkWide(inc()), wide{s: last.text})),
		mkWide(inc()), mkWide(28), mkWide(both(n, mkWide(inc()), wide{s: last.text})),
		mkWide(inc()), mkWide(29), mkWide(both(n, mkWide(inc()), wide{s: last.text})),
		mkWide(inc()), mkWide(30), mkWide(both(n, mkWide(inc()), wide{s: last.text})),
	}...), n)
	text := []string{
		fmt.Sprint(inc(), n), fmt.Sprint(n), last.text,
		fmt.Sprint(inc(), n), fmt.Sprint(n), last.text,
		fmt.Sprint(inc(), n), fmt.Sprint(n), last.text,
		fmt.Sprint(inc(), n), fmt.Sprint(n), last.text,
		fmt.Sprint(inc(), n), fmt.Sprint(n), last.text,
		fmt.Sprint(inc(), n), fmt.Sprint(n), last.text,
		fmt.Sprint(inc(), n), fmt.Sprint(n), last.text,
		fmt.Sprint(inc(), n), fmt.Sprint(n), last.text,
		fmt.Sprint(inc(), n), fmt.Sprint(n), last.text,
		fmt.Sprint(inc(), n), fmt.Sprint(n), last.text,
		fmt.Sprint(inc(), n), fmt.Sprint(n), last.text,
		fmt.Sprint(inc(), n), fmt.Sprint(n), last.text,
		fmt.Sprint(inc(), n), fmt.Sprint(n), last.text,
		fmt.Sprint(inc(), n), fmt.Sprint(n), last.text,
		fmt.Sprint(inc(), n), fmt.Sprint(n), last.text,
		fmt.Sprint(inc(), n), fmt.Sprint(n), last.text,
		fmt.Sprint(inc(), n), fmt.Sprint(n), last.text,
		fmt.Sprint(inc(), n), fmt.Sprint(n), last.text,
		fmt.Sprint(inc(), n), fmt.Sprint(n), last.text,
		fmt.Sprint(inc(), n), fmt.Sprint(n), last.text,
		fmt.Sprint(inc(), n), fmt.Sprint(n), last.text,
		fmt.Sprint(inc(), n), fmt.Sprint(n), last.text,
		fmt.Sprint(inc(), n), fmt.Sprint(n), last.text,
		fmt.Sprint(inc(), n), fmt.Sprint(n), last.text,
		fmt.Sprint(inc(), n), fmt.Sprint(n), last.text,
		fmt.Sprint(inc(), n), fmt.Sprint(n), last.text,
		fmt.Sprint(inc(), n), fmt.Sprint(n), last.text,
		fmt.Sprint(inc(), n), fmt.Sprint(n), last.text,
		fmt.Sprint(inc(), n), fmt.Sprint(n), last.text,
		fmt.Sprint(inc(), n), fmt.Sprint(n), last.text,
		fmt.Sprint(inc(), n), fmt.Sprint(n), last.text,
		fmt.Sprint(inc(), n), fmt.Sprint(n), last.text,
		fmt.Sprint(inc(), n), fmt.Sprint(n), last.text,
		fmt.Sprint(inc(), n), fmt.Sprint(n), last.text,
		fmt.Sprint(inc(), n), fmt.Sprint(n), last.text,
		fmt.Sprint(inc(), n), fmt.Sprint(n), last.text,
		fmt.Sprint(inc(), n), fmt.Sprint(n), last.text,
		fmt.Sprint(inc(), n), fmt.Sprint(n), last.text,
		fmt.Sprint(inc(), n), fmt.Sprint(n), last.text,
		fmt.Sprint(inc(), n), fmt.Sprint(n), last.text,
		fmt.Sprint(inc(), n), fmt.Sprint(n), last.text,
		fmt.Sprint(inc(), n), fmt.Sprint(n), last.text,
		fmt.Sprint(inc(), n), fmt.Sprint(n), last.text,
		fmt.Sprint(inc(), n), fmt.Sprint(n), last.text,
		fmt.Sprint(inc(), n), fmt.Sprint(n), last.text,
		fmt.Sprint(inc(), n), fmt.Sprint(n), last.text,
		fmt.Sprint(inc(), n), fmt.Sprint(n), last.text,
		fmt.Sprint(inc(), n), fmt.Sprint(n), last.text,
		fmt.Sprint(inc(), n), fmt.Sprint(n), last.text,
		fmt.Sprint(inc(), n), fmt.Sprint(n), last.text,
		fmt.Sprint(inc(), n), fmt.Sprint(n), last.text,
		fmt.Sprint(inc(), n), fmt.Sprint(n), last.text,
		fmt.Sprint(inc(), n), fmt.Sprint(n), last.text,
		fmt.Sprint(inc(), n), fmt.Sprint(n), last.text,
		fmt.Sprint(inc(), n), fmt.Sprint(n), last.text,
		fmt.Sprint(inc(), n), fmt.Sprint(n), last.text,
		fmt.Sprint(inc(), n), fmt.Sprint(n), last.text,
		fmt.Sprint(inc(), n), fmt.Sprint(n), last.text,
		fmt.Sprint(inc(), n), fmt.Sprint(n), last.text,
		fmt.Sprint(inc(), n), fmt.Sprint(n), last.text,
	}
	fmt.Println(len(text), text[:9], text[177:])
}
