package expvar

func init() {
	Publish("cmdline", Func(cmdline))
	Publish("memstats", Func(memstats))
}
