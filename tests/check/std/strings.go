package strings

type Builder struct {
	addr *Builder
	buf  []byte
}

func (b *Builder) WriteString(s string) (int, error)
func (b *Builder) String() string
func (b *Builder) grow(n int)
func (b *Builder) copyCheck()

func Contains(s, substr string) bool
func Split(s, sep string) []string
func Join(elems []string, sep string) string
func Repeat(s string, count int) string
func ToUpper(s string) string
