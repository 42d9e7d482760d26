// go/ast tool: list functions, comments, exported names, cyclomatic complexity, rewrite and format; go/constant; database/sql with own driver; image.
package main

import (
	"bytes"
	"database/sql"
	"database/sql/driver"
	"errors"
	"fmt"
	"go/ast"
	"go/format"
	"go/parser"
	"go/printer"
	"go/token"
	"image"
	"image/color"
	"image/draw"
	"image/png"
	"index/suffixarray"
	"io"
	"os"
	"sort"
	"strings"
	"unique"
)

const src = `// Package demo is a demo.
package demo

import (
	"fmt"
	str "strings"
)

// Answer is 42.
const Answer = 42

type Point struct { X, Y int ` + "`json:\"x\"`" + ` }

// Dist computes.
func (p *Point) Dist(q Point) (d float64, err error) {
	if p.X > q.X && p.Y > 0 || q.Y == 1 {
		for i := 0; i < 10; i++ { switch i { case 1: fmt.Println(str.ToUpper("a")); default: } }
	}
	return
}

func helper[T any](xs ...T) func(int) map[string][]chan<- T { return nil }
`

type visitor struct {
	depth int
	w     io.Writer
}

func (v visitor) Visit(n ast.Node) ast.Visitor {
	if n == nil || v.depth > 3 {
		return nil
	}
	fmt.Fprintf(v.w, "%*s%T\n", v.depth*2, "", n)
	v.depth++
	return v
}

type memDriver struct{}
type memConn struct{ rows [][]driver.Value }
type memStmt struct {
	c *memConn
	q string
}
type memRows struct {
	rows [][]driver.Value
	i    int
}

func (memDriver) Open(name string) (driver.Conn, error) {
	if name == "bad" {
		return nil, errors.New("cannot open")
	}
	return &memConn{}, nil
}
func (c *memConn) Prepare(q string) (driver.Stmt, error) { return &memStmt{c, q}, nil }
func (c *memConn) Close() error                          { return nil }
func (c *memConn) Begin() (driver.Tx, error)             { return memTx{}, nil }

type memTx struct{}

func (memTx) Commit() error   { fmt.Println("commit"); return nil }
func (memTx) Rollback() error { fmt.Println("rollback"); return nil }

func (s *memStmt) Close() error  { return nil }
func (s *memStmt) NumInput() int { return strings.Count(s.q, "?") }
func (s *memStmt) Exec(a []driver.Value) (driver.Result, error) {
	if strings.HasPrefix(s.q, "INSERT") {
		s.c.rows = append(s.c.rows, append([]driver.Value(nil), a...))
		return driver.RowsAffected(1), nil
	}
	return nil, fmt.Errorf("syntax error near %q", s.q)
}
func (s *memStmt) Query(a []driver.Value) (driver.Rows, error) { return &memRows{rows: s.c.rows}, nil }
func (r *memRows) Columns() []string                           { return []string{"id", "name", "score"} }
func (r *memRows) Close() error                                { return nil }
func (r *memRows) Next(d []driver.Value) error {
	if r.i >= len(r.rows) {
		return io.EOF
	}
	copy(d, r.rows[r.i])
	r.i++
	return nil
}

func main() {
	fset := token.NewFileSet()
	f, err := parser.ParseFile(fset, "demo.go", src, parser.ParseComments)
	if err != nil {
		panic(err)
	}
	fmt.Println(f.Name, f.Doc.Text(), len(f.Comments), len(f.Imports), f.Imports[1].Name, f.Imports[0].Path.Value)
	for _, d := range f.Decls {
		switch d := d.(type) {
		case *ast.FuncDecl:
			c := 1
			ast.Inspect(d, func(n ast.Node) bool {
				switch n := n.(type) {
				case *ast.IfStmt, *ast.ForStmt, *ast.CaseClause:
					c++
				case *ast.BinaryExpr:
					if n.Op == token.LAND || n.Op == token.LOR {
						c++
					}
				}
				return true
			})
			var b bytes.Buffer
			printer.Fprint(&b, fset, d.Type)
			fmt.Println(d.Name, d.Name.IsExported(), fset.Position(d.Pos()), c, d.Recv != nil, b.String())
		case *ast.GenDecl:
			fmt.Println(d.Tok, len(d.Specs), strings.TrimSpace(d.Doc.Text()))
		}
	}
	ast.Walk(visitor{0, os.Stdout}, f.Decls[2])
	ast.Inspect(f, func(n ast.Node) bool {
		if id, ok := n.(*ast.Ident); ok && id.Name == "Point" {
			id.Name = "Vec"
		}
		return true
	})
	var out bytes.Buffer
	format.Node(&out, fset, f)
	fmt.Println(out.String())
	_, err = parser.ParseFile(fset, "bad.go", "package x\nfunc f( {\n x = = 1\n}\nvar", parser.AllErrors)
	fmt.Println(err)
	e, _ := parser.ParseExpr("a+b*f(x, y[1:2])")
	ast.Print(nil, e.(*ast.BinaryExpr).X)
	b, err := format.Source([]byte("package p\nfunc  f( ){x:=1;_=x}"))
	fmt.Println(string(b), err)
	fmt.Println(token.IsKeyword("func"), token.ADD_ASSIGN, token.MUL.Precedence(), token.Lookup("range").IsKeyword())

	sql.Register("mem", memDriver{})
	fmt.Println(sql.Drivers())
	db, err := sql.Open("mem", "x")
	db.SetMaxOpenConns(1)
	for i, n := range []any{"ann", nil, "bob"} {
		r, err := db.Exec("INSERT ?,?,?", i, n, float64(i)*1.5)
		ra, _ := r.RowsAffected()
		_, lerr := r.LastInsertId()
		fmt.Println(ra, lerr, err)
	}
	_, err = db.Exec("DROP")
	fmt.Println(err)
	_, err = db.Exec("INSERT ?", 1, 2)
	fmt.Println(err)
	rows, err := db.Query("SELECT")
	cols, _ := rows.Columns()
	fmt.Println(cols, err)
	for rows.Next() {
		var id int
		var name sql.NullString
		var score float32
		fmt.Println(rows.Scan(&id, &name, &score), id, name, score)
	}
	fmt.Println(rows.Err(), rows.Close())
	var s string
	var id int
	fmt.Println(db.QueryRow("SELECT").Scan(&id, &s), db.QueryRow("SELECT").Scan(&id, &s, &id), s)
	tx, _ := db.Begin()
	fmt.Println(tx.Rollback(), tx.Commit())
	tx, _ = db.Begin()
	fmt.Println(tx.Commit(), db.Ping(), db.Close())
	_, err = db.Query("x")
	fmt.Println(err)
	_, err = sql.Open("nodriver", "")
	fmt.Println(err)

	img := image.NewRGBA(image.Rect(0, 0, 16, 8))
	draw.Draw(img, img.Bounds(), &image.Uniform{color.RGBA{10, 20, 30, 255}}, image.Point{}, draw.Src)
	for x := range 16 {
		img.Set(x, x/2, color.Gray{uint8(x * 16)})
	}
	var pb bytes.Buffer
	png.Encode(&pb, img)
	dec, fm, err := image.Decode(&pb)
	fmt.Println(dec.Bounds(), fm, err, dec.At(4, 2), color.GrayModel.Convert(dec.At(0, 5)), img.SubImage(image.Rect(2, 2, 5, 20)).Bounds())
	idx := suffixarray.New([]byte("banana bandana"))
	off := idx.Lookup([]byte("ana"), -1)
	sort.Ints(off)
	fmt.Println(off, unique.Make("a") == unique.Make("a"), unique.Make("v").Value())
}
