package testing

type common struct{ n int }

func (c *common) Error(args ...any)                 {}
func (c *common) Errorf(format string, args ...any) {}
func (c *common) Fatal(args ...any)                 {}
func (c *common) Fatalf(format string, args ...any) {}
func (c *common) Log(args ...any)                   {}
func (c *common) Logf(format string, args ...any)   {}
func (c *common) Skip(args ...any)                  {}
func (c *common) Skipf(format string, args ...any)  {}
func (c *common) SkipNow()                          {}
func (c *common) FailNow()                          {}
func (c *common) Helper()                           {}

type T struct{ common }

func (t *T) Run(name string, f func(t *T)) bool { return true }
func (t *T) Parallel()                          {}

type B struct{ common }

type TB interface {
	Error(args ...any)
	Errorf(format string, args ...any)
	Fatalf(format string, args ...any)
	Helper()
	Log(args ...any)
}
